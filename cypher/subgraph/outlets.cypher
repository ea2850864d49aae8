// Which outlets do the articles name, and how many articles are of each?
MATCH (article:Article)
WHERE article.source IS NOT NULL
RETURN article.source AS outlet, count(article) AS articles
ORDER BY articles DESC, outlet
