// a statement that does not stand in one article, or is said by two
MATCH (statement:Statement)
OPTIONAL MATCH (statement)-[in:REPORTED_IN]->(:Article)
WITH statement, count(in) AS articles
OPTIONAL MATCH (:Actor)-[said:SAID]->(statement)
WITH statement, articles, count(said) AS speakers
WHERE articles <> 1 OR speakers > 1
RETURN statement.id AS id, statement.text AS words
