// Keep a name under these keys only, and take out those that kept nothing else.
// rows: [{id, keys}]: ids of a name, of keys
UNWIND $rows AS row
MATCH (name:Name {id: row.id})-[under:UNDER]->(key:Key)
WHERE NOT key.id IN row.keys
DELETE under
WITH DISTINCT key
WHERE NOT EXISTS { MATCH (key)<-[:UNDER]-(:Name) }
DELETE key
