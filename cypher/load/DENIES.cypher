// Which statement a denial denies.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (denial:Statement {id: row.source})
MATCH (statement:Statement {id: row.target})
MERGE (denial)-[r:DENIES {id: row.id}]->(statement)
SET r += row.properties
