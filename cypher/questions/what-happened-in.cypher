// What happened at a place, or in a time?
// place: names of the place, [] for anywhere
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: what happened in {place}
// ask: what [has] (happened|took place|taken place|occurred) [(in|at|on|near) {place}]
// ask: (which|what) <event> (happened|took place|occurred|were held|are told of|were there|are there) [(in|at|on|near) {place}]
// ask: [<event>] (in|at|near) {place}
// ask: what [<event>] (goes|went|is going) on [(in|at|near) {place}]
MATCH (article:Article)-[told:TELLS_OF]->(event:Event)
OPTIONAL MATCH (event)-[:AT]->(place:Place)
WITH article, told, event, collect(place.name) AS places
WHERE (size($place) = 0 OR any(place IN places WHERE place IN $place))
  AND ($since IS NULL OR coalesce(event.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(event.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR coalesce(event.date, article.published) IS NOT NULL)
RETURN event.name AS name, 'Event' AS type,
       null AS text, told.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + told.start AS start, article.offset + told.end AS end, event.status AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
