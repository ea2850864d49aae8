// Who took part in these events, and where were they?
// ids: ids of the events
MATCH (event:Event)-[edge:TOOK_PART|AT]-(:Actor)
WHERE event.id IN $ids
WITH DISTINCT edge
WITH edge, startNode(edge) AS source, endNode(edge) AS target
RETURN source.id AS source, labels(source) AS sourceLabels, properties(source) AS sourceProperties,
       type(edge) AS type, properties(edge) AS properties,
       target.id AS target, labels(target) AS targetLabels, properties(target) AS targetProperties
ORDER BY source, type, target
