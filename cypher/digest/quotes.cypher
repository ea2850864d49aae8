// Which statements hold a quotation, and as which are they the same?
MATCH (statement:Statement)
WHERE statement.quote IS NOT NULL
OPTIONAL MATCH (statement)-[:SAME_AS]->(first:Statement)
RETURN statement.id AS id, statement.quote AS quote, statement.text AS words, statement.published AS published,
       first.id AS first
ORDER BY quote, id, first
