// Who took part in an event.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (actor:Actor {id: row.source})
MATCH (event:Event {id: row.target})
MERGE (actor)-[r:TOOK_PART {id: row.id}]->(event)
SET r += row.properties
