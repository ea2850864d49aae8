// Names: what articles call an actor, and what they say of who bears it.
// rows: [{id, properties}]
UNWIND $rows AS row
MERGE (name:Name {id: row.id})
SET name += row.properties
