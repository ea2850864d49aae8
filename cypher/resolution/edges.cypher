// What is told of an actor by these of its names?
// actor: id of the actor
// names: ids of names
MATCH (actor:Actor {id: $actor})-[r]-()
WHERE r.sourceName IN $names OR r.targetName IN $names
RETURN DISTINCT r.id AS id, type(r) AS type, startNode(r).id AS source, endNode(r).id AS target, properties(r) AS properties
ORDER BY id
