// Which quotations does this article hold?
// article: id of the article
MATCH (statement:Statement)-[:REPORTED_IN]->(:Article {id: $article})
WHERE statement.quote IS NOT NULL
RETURN DISTINCT statement.quote AS quote
ORDER BY quote
