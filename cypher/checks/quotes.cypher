// a quotation that is not linked to its earliest telling
MATCH (statement:Statement)
WHERE statement.quote IS NOT NULL
WITH statement.quote AS quote, count(statement) AS statements
WHERE statements > 1
MATCH (statement:Statement {quote: quote})
OPTIONAL MATCH (statement)-[:SAME_AS]->(first:Statement)
WITH quote, statements, count(DISTINCT first) AS firsts, count(first) AS links
WHERE firsts <> 1 OR links <> statements - 1
RETURN quote AS id, quote AS words
