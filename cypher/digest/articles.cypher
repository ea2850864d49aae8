// The ids of all articles.
MATCH (article:Article)
RETURN article.id AS id
