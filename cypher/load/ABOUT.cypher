// Whom or what a statement is about.
// rows: [{id, source, target, properties}]
// The target is an actor or an event: two look-ups, each by its index, where Actor|Event would read all nodes.
UNWIND $rows AS row
MATCH (statement:Statement {id: row.source})
OPTIONAL MATCH (actor:Actor {id: row.target})
OPTIONAL MATCH (event:Event {id: row.target})
WITH row, statement, coalesce(actor, event) AS target
MERGE (statement)-[r:ABOUT {id: row.id}]->(target)
SET r += row.properties
