// Which statements hold these quotations, and as which are they the same?
// quotes: keys of quotations
UNWIND $quotes AS quote
MATCH (statement:Statement {quote: quote})
OPTIONAL MATCH (statement)-[:SAME_AS]->(first:Statement)
RETURN quote, statement.id AS id, statement.published AS published, first.id AS first
ORDER BY quote, id
