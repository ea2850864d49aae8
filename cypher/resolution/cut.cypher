// Take what is told of an actor by some of its names away from it; it is loaded anew at the right one.
// rows: [{actor, edges, names}]: ids of an actor, of relationships, of names
UNWIND $rows AS row
MATCH (actor:Actor {id: row.actor})-[r]-()
WHERE r.id IN row.edges OR (type(r) = 'MEANS' AND startNode(r).id IN row.names)
DELETE r
