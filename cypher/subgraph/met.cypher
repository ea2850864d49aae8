// Whom did an actor meet, the newest telling first?
// actor: id of the actor
// other: id of the one on the other side; null for any
// limit: how many at most
MATCH (:Actor {id: $actor})-[edge:MET]-(other:Actor)
WHERE $other IS NULL OR other.id = $other
WITH DISTINCT edge
WITH edge, startNode(edge) AS source, endNode(edge) AS target
RETURN source.id AS source, labels(source) AS sourceLabels, properties(source) AS sourceProperties,
       type(edge) AS type, properties(edge) AS properties,
       target.id AS target, labels(target) AS targetLabels, properties(target) AS targetProperties
ORDER BY coalesce(toString(edge.published), '') DESC, edge.id
LIMIT $limit
