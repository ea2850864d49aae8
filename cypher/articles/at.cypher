// Which articles came from these files or addresses?
// paths: files or addresses
UNWIND $paths AS path
MATCH (article:Article {path: path})
RETURN article.id AS id, article.path AS path, article.url AS url
ORDER BY id
