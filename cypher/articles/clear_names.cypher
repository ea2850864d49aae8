// Take out names that no article calls anybody any more.
// rows: [{id}]
UNWIND $rows AS row
MATCH (name:Name {id: row.id})
DETACH DELETE name
