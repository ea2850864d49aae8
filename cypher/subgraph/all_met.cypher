// Who met whom, the newest telling first?
// limit: how many at most
MATCH (source:Actor)-[edge:MET]->(target:Actor)
RETURN source.id AS source, labels(source) AS sourceLabels, properties(source) AS sourceProperties,
       type(edge) AS type, properties(edge) AS properties,
       target.id AS target, labels(target) AS targetLabels, properties(target) AS targetProperties
ORDER BY coalesce(toString(edge.published), '') DESC, edge.id
LIMIT $limit
