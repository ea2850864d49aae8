// Names by their id, some at a time, with the relationships that leave them.
// after: the greatest id of those before; "" at the beginning
// limit: at most so many
MATCH (name:Name) WHERE name.id > $after
WITH name ORDER BY name.id LIMIT $limit
OPTIONAL MATCH (name)-[r]->(target)
RETURN name AS node,
       collect({type: type(r), properties: properties(r), target: target.id, labels: labels(target)}) AS edges
ORDER BY node.id
