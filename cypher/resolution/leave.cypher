// Take out actors that no name means any more.
// rows: [{id}]
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
WHERE NOT EXISTS { MATCH (:Name)-[:MEANS]->(actor) }
DETACH DELETE actor
