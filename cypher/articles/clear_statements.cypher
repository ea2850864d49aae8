// Take the statements of an article out; those that its new text holds as well only lose what they lead to.
// rows: [{article, stay}]: ids of an article, of statements
UNWIND $rows AS row
MATCH (statement:Statement)-[:REPORTED_IN]->(:Article {id: row.article})
OPTIONAL MATCH (statement)-[r]-()
DELETE r
WITH DISTINCT row, statement
WHERE NOT statement.id IN row.stay
DELETE statement
