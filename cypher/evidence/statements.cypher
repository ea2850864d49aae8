// What statements quote from articles.
// ids: ids of articles
UNWIND $ids AS article
MATCH (statement:Statement)-[:REPORTED_IN]->(:Article {id: article})
RETURN article, statement.id AS id, statement.text AS words, statement.start AS start, statement.end AS end
