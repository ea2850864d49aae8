// Take out keys of articles that keep none any more.
// rows: [{id}]
UNWIND $rows AS row
MATCH (key:Key {id: row.id})
WHERE NOT EXISTS { MATCH (key)<-[:BANDED]-(:Article) }
DELETE key
