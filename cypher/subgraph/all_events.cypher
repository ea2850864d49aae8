// Which events does the graph hold, the newest first?
// since: the first day of publication, as 2025-08-01; null for any
// until: the last day of publication; null for any
// outlets: outlets of the article, as the graph has them; [] for any
// modalities: of these only; [] for any
// limit: how many at most
MATCH (event:Event)
WHERE (($since IS NULL AND $until IS NULL AND size($outlets) = 0) OR EXISTS {
    MATCH (article:Article)-[:TELLS_OF]->(event)
    WHERE ($since IS NULL OR article.published >= date($since))
      AND ($until IS NULL OR article.published <= date($until))
      AND (size($outlets) = 0 OR article.source IN $outlets)
  })
  AND (size($modalities) = 0 OR event.status IN $modalities)
RETURN event.id AS id, coalesce(toString(event.date), '') AS date
ORDER BY date DESC, id
LIMIT $limit
