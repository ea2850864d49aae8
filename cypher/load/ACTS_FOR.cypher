// For which government a place or seat acts: "Moscow said".
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (seat:Actor {id: row.source})
MATCH (government:Organization {id: row.target})
MERGE (seat)-[r:ACTS_FOR {id: row.id}]->(government)
SET r += row.properties
