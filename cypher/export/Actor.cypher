// Actors by their id, some at a time, with the relationships that leave them.
// after: the greatest id of those before; "" at the beginning
// limit: at most so many
MATCH (actor:Actor) WHERE actor.id > $after
WITH actor ORDER BY actor.id LIMIT $limit
OPTIONAL MATCH (actor)-[r]->(target)
RETURN actor AS node,
       collect({type: type(r), properties: properties(r), target: target.id, labels: labels(target)}) AS edges
ORDER BY node.id
