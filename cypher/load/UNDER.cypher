// Under which keys a name is kept.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (name:Name {id: row.source})
MATCH (key:Key {id: row.target})
MERGE (name)-[r:UNDER {id: row.id}]->(key)
SET r += row.properties
