// Tellings of an accusation: one relationship each.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (accuser:Actor {id: row.source})
MATCH (accused:Actor {id: row.target})
MERGE (accuser)-[r:ACCUSED {id: row.id}]->(accused)
SET r += row.properties
