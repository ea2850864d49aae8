// Whom a name means.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (name:Name {id: row.source})
MATCH (actor:Actor {id: row.target})
MERGE (name)-[r:MEANS {id: row.id}]->(actor)
SET r += row.properties
