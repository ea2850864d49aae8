// Take out names that no article calls anybody any more, and the keys that kept nothing else.
// rows: [{id}]
UNWIND $rows AS row
MATCH (name:Name {id: row.id})
OPTIONAL MATCH (name)-[:UNDER]->(key:Key)
WHERE NOT EXISTS { MATCH (key)<-[:UNDER]-(other:Name) WHERE other <> name }
DETACH DELETE name, key
