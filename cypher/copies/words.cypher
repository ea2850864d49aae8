// What do articles say without quotation marks, where is their text first told, and as what is it the same?
// ids: ids of articles
// searches: only what is said in these words, folded; null for all
UNWIND $ids AS id
MATCH (statement:Statement)-[:REPORTED_IN]->(article:Article {id: id})
WHERE statement.quote IS NULL AND ($searches IS NULL OR statement.search IN $searches)
OPTIONAL MATCH (article)-[:COPY_OF]->(original:Article)
OPTIONAL MATCH (statement)-[:SAME_AS]->(first:Statement)
RETURN statement.id AS id, statement.search AS search, article.id AS article, article.published AS published,
       coalesce(original.id, article.id) AS original, first.id AS first
ORDER BY id
