// Which articles does the graph hold, and when were they read by which reader?
MATCH (article:Article)
OPTIONAL MATCH (article)<-[:REPORTED_IN]-(statement:Statement)
WITH article, count(statement) AS statements
RETURN article.id AS id, article.title AS title, article.source AS source, article.published AS published,
       coalesce(article.url, article.path) AS place, statements, article.readAt AS read, article.reader AS reader,
       null AS failed
ORDER BY article.path, article.offset, id
