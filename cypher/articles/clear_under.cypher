// Keep a name under these keys only.
// rows: [{id, keys}]: ids of a name, of keys
UNWIND $rows AS row
MATCH (name:Name {id: row.id})-[under:UNDER]->(key:Key)
WHERE NOT key.id IN row.keys
DELETE under
