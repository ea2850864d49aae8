// The sentences of articles in which statements stand.
// ids: ids of articles
UNWIND $ids AS article
MATCH (statement:Statement)-[r:REPORTED_IN]->(:Article {id: article})
RETURN article, statement.id AS id, statement.sentence AS words, r.start AS start, r.end AS end
