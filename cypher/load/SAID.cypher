// Who said what.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (speaker:Actor {id: row.source})
MATCH (statement:Statement {id: row.target})
MERGE (speaker)-[r:SAID {id: row.id}]->(statement)
SET r += row.properties
