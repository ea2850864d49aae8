// Which statement is the same as which earlier one. What is said is counted once, in whatever outlets, by
// OPTIONAL MATCH (statement)-[:SAME_AS]->(first) WITH coalesce(first, statement) AS said, collect(statement) AS times
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (statement:Statement {id: row.source})
MATCH (first:Statement {id: row.target})
MERGE (statement)-[r:SAME_AS {id: row.id}]->(first)
SET r += row.properties
