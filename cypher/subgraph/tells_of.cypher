// Which articles tell of these events?
// ids: ids of the events
MATCH (source:Article)-[edge:TELLS_OF]->(target:Event)
WHERE target.id IN $ids
RETURN source.id AS source, labels(source) AS sourceLabels,
       source {.id, .title, .source, .published, .path, .url, .offset} AS sourceProperties,
       type(edge) AS type, properties(edge) AS properties,
       target.id AS target, labels(target) AS targetLabels, properties(target) AS targetProperties
ORDER BY source, type, target
