// Which statements are about an actor, the newest first?
// actor: id of the actor they are about
// since: the first day of publication, as 2025-08-01; null for any
// until: the last day of publication; null for any
// outlets: outlets of the article, as the graph has them; [] for any
// limit: how many at most
MATCH (:Actor {id: $actor})<-[:ABOUT]-(statement:Statement)
WHERE ($since IS NULL OR statement.published >= date($since))
  AND ($until IS NULL OR statement.published <= date($until))
  AND (size($outlets) = 0 OR EXISTS {
    MATCH (statement)-[:REPORTED_IN]->(article:Article) WHERE article.source IN $outlets
  })
RETURN DISTINCT statement.id AS id, coalesce(toString(statement.published), '') AS published
ORDER BY published DESC, id
LIMIT $limit
