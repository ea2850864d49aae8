// Whom did an actor meet, the newest telling first?
// actor: id of the actor
// other: id of the one on the other side; null for any
// since: the first day of publication, as 2025-08-01; null for any
// until: the last day of publication; null for any
// outlets: outlets of the article, as the graph has them; [] for any
// modalities: of these only; [] for any
// limit: how many at most
MATCH (:Actor {id: $actor})-[edge:MET]-(other:Actor)
WHERE ($other IS NULL OR other.id = $other)
  AND ($since IS NULL OR edge.published >= date($since))
  AND ($until IS NULL OR edge.published <= date($until))
  AND (size($outlets) = 0 OR EXISTS {
    MATCH (article:Article) WHERE article.id = edge.article AND article.source IN $outlets
  })
  AND (size($modalities) = 0 OR edge.modality IN $modalities)
WITH DISTINCT edge
WITH edge, startNode(edge) AS source, endNode(edge) AS target
RETURN source.id AS source, labels(source) AS sourceLabels, properties(source) AS sourceProperties,
       type(edge) AS type, properties(edge) AS properties,
       target.id AS target, labels(target) AS targetLabels, properties(target) AS targetProperties
ORDER BY coalesce(toString(edge.published), '') DESC, edge.id
LIMIT $limit
