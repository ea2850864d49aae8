// Which articles have this id or address, or came from this file or folder?
// what: an id or address
// path: a file
// folder: a folder, with a slash at its end
MATCH (article:Article)
WHERE article.id = $what OR article.url = $what OR article.path IN [$what, $path] OR article.path STARTS WITH $folder
RETURN article.id AS id, article.path AS path, article.title AS title
ORDER BY path, id
