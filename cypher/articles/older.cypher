// Which files and addresses were read by another reader than this one?
// reader: version of the reader
MATCH (article:Article)
WHERE coalesce(article.reader, '') <> $reader
RETURN DISTINCT article.path AS path
ORDER BY path
