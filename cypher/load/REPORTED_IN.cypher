// Where a statement stands: start and end of its sentence.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (statement:Statement {id: row.source})
MATCH (article:Article {id: row.target})
MERGE (statement)-[r:REPORTED_IN {id: row.id}]->(article)
SET r += row.properties
