// Who met whom, anywhere or at a place?
// The text is the other of the two.
// place: names of the place, [] for anywhere
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who met whom
// ask: who met [whom|who|each other] [(in|at|near|on) {place}]
// ask: (which|what) [<kind>] <talks> (<happen>|were held|are there|were there|have there been) [(in|at|near|on) {place}]
// ask: <who> (held|had) [<kind>] <talks> [(in|at|near|on) {place}]
MATCH (actor:Actor)-[m:MET]->(other:Actor)
MATCH (article:Article {id: m.article})
WHERE m.modality = 'happened' AND (size($place) = 0 OR m.place IN $place)
  AND ($since IS NULL OR coalesce(m.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(m.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR coalesce(m.date, article.published) IS NOT NULL)
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       other.name AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
