// Articles by their id, some at a time, with the relationships that leave them.
// after: the greatest id of those before; "" at the beginning
// limit: at most so many
MATCH (article:Article) WHERE article.id > $after
WITH article ORDER BY article.id LIMIT $limit
OPTIONAL MATCH (article)-[r]->(target)
RETURN article AS node,
       collect({type: type(r), properties: properties(r), target: target.id, labels: labels(target)}) AS edges
ORDER BY node.id
