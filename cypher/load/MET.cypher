// Tellings of a meeting: one relationship each, however many the two have.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (actor:Actor {id: row.source})
MATCH (other:Actor {id: row.target})
MERGE (actor)-[r:MET {id: row.id}]->(other)
SET r += row.properties
