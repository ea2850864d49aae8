// In which articles do these statements stand?
// ids: ids of the statements
MATCH (source:Statement)-[edge:REPORTED_IN]->(target:Article)
WHERE source.id IN $ids
RETURN source.id AS source, labels(source) AS sourceLabels, properties(source) AS sourceProperties,
       type(edge) AS type, properties(edge) AS properties,
       target.id AS target, labels(target) AS targetLabels,
       target {.id, .title, .source, .published, .path, .url, .offset} AS targetProperties
ORDER BY source, type, target
