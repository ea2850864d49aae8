// Of which day is the newest article?
MATCH (article:Article)
WHERE article.published IS NOT NULL
RETURN toString(max(article.published)) AS day
