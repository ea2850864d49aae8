// What could not be read, by its id, some at a time.
// after: the greatest id of those before; "" at the beginning
// limit: at most so many
MATCH (failure:Failure) WHERE failure.id > $after
WITH failure ORDER BY failure.id LIMIT $limit
OPTIONAL MATCH (failure)-[r]->(target)
RETURN failure AS node,
       collect({type: type(r), properties: properties(r), target: target.id, labels: labels(target)}) AS edges
ORDER BY node.id
