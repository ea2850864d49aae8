// Statements by their id, some at a time, with the relationships that leave them.
// after: the greatest id of those before; "" at the beginning
// limit: at most so many
MATCH (statement:Statement) WHERE statement.id > $after
WITH statement ORDER BY statement.id LIMIT $limit
OPTIONAL MATCH (statement)-[r]->(target)
RETURN statement AS node,
       collect({type: type(r), properties: properties(r), target: target.id, labels: labels(target)}) AS edges
ORDER BY node.id
