// Events by their id, some at a time, with the relationships that leave them.
// after: the greatest id of those before; "" at the beginning
// limit: at most so many
MATCH (event:Event) WHERE event.id > $after
WITH event ORDER BY event.id LIMIT $limit
OPTIONAL MATCH (event)-[r]->(target)
RETURN event AS node,
       collect({type: type(r), properties: properties(r), target: target.id, labels: labels(target)}) AS edges
ORDER BY node.id
