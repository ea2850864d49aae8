// Who made these statements, about whom, and which of them denies which?
// ids: ids of the statements
MATCH (statement:Statement)-[edge:SAID|ABOUT|DENIES]-()
WHERE statement.id IN $ids
WITH DISTINCT edge
WITH edge, startNode(edge) AS source, endNode(edge) AS target
RETURN source.id AS source, labels(source) AS sourceLabels, properties(source) AS sourceProperties,
       type(edge) AS type, properties(edge) AS properties,
       target.id AS target, labels(target) AS targetLabels, properties(target) AS targetProperties
ORDER BY source, type, target
