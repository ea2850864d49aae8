// Take out keys that keep nothing any more.
// rows: [{id}]
UNWIND $rows AS row
MATCH (key:Key {id: row.id})
WHERE NOT EXISTS { MATCH (key)<-[:UNDER]-(:Name) }
DELETE key
