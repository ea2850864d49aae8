// Take out actors that no name means and no article mentions any more.
// rows: [{id}]
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
WHERE NOT EXISTS { MATCH (:Name)-[:MEANS]->(actor) } AND NOT EXISTS { MATCH (:Article)-[:MENTIONS]->(actor) }
DETACH DELETE actor
