// Judgements by their id, some at a time, with the relationships that leave them.
// after: the greatest id of those before; "" at the beginning
// limit: at most so many
MATCH (judgement:Judgement) WHERE judgement.id > $after
WITH judgement ORDER BY judgement.id LIMIT $limit
OPTIONAL MATCH (judgement)-[r]->(target)
RETURN judgement AS node,
       collect({type: type(r), properties: properties(r), target: target.id, labels: labels(target)}) AS edges
ORDER BY node.id
