// What are these articles, without their text?
// ids: ids of the articles
MATCH (article:Article)
WHERE article.id IN $ids
RETURN article.id AS id, labels(article) AS labels,
       article {.id, .title, .source, .published, .path, .url, .offset} AS properties
ORDER BY id
