// Where an event took place.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (event:Event {id: row.source})
MATCH (place:Actor {id: row.target})
MERGE (event)-[r:AT {id: row.id}]->(place)
SET r += row.properties
