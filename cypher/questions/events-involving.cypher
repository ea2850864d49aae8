// In which events did an actor take part?
// name: names of the actor
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: in which events did {name} take part
// ask: (which|what) <event> [did|does|do] (involve|involved|are about|concern|concerned) {name}
// ask: (in which|in what|which|what) <event> (<did>) {name} (take part|took part|participate|involved|attend|attended|taken part|appear) [in]
// ask: what (happened|has happened|happens) (to|with) {name}
// ask: what [<did>] {name} (attend|take part in|participate in)
// ask: (where|in what) <did> {name} take part [in]
// ask: what [<did>] {name} do
UNWIND $name AS called
MATCH (actor:Actor {name: called})-[:TOOK_PART]->(event:Event)<-[told:TELLS_OF]-(article:Article)
WHERE ($since IS NULL OR coalesce(event.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(event.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR coalesce(event.date, article.published) IS NOT NULL)
RETURN event.name AS name, 'Event' AS type,
       null AS text, told.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + told.start AS start, article.offset + told.end AS end, event.status AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
