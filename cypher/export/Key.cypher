// Keys of names by their id, some at a time, with the relationships that leave them.
// after: the greatest id of those before; "" at the beginning
// limit: at most so many
MATCH (key:Key) WHERE key.id > $after
WITH key ORDER BY key.id LIMIT $limit
OPTIONAL MATCH (key)-[r]->(target)
RETURN key AS node,
       collect({type: type(r), properties: properties(r), target: target.id, labels: labels(target)}) AS edges
ORDER BY node.id
