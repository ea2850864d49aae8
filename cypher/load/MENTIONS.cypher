// Every mention of an actor or event in an article: its words, its place.
// rows: [{id, source, target, properties}]
// The target is an actor or an event: two look-ups, each by its index, where Actor|Event would read all nodes.
UNWIND $rows AS row
MATCH (article:Article {id: row.source})
OPTIONAL MATCH (actor:Actor {id: row.target})
OPTIONAL MATCH (event:Event {id: row.target})
WITH row, article, coalesce(actor, event) AS target
MERGE (article)-[r:MENTIONS {id: row.id}]->(target)
SET r += row.properties
