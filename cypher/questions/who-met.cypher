// Whom did an actor meet? Meetings that took place; planned ones are in who-will-meet.
// name: names of the actor
// place: names of the place, [] for anywhere
// types: labels that the actor of a row must have one of, as "Person", [] for any
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who did {name} meet
// ask: <who> [did|does|do|has|have|had|was|were|is|are] {name} <meet-with> [(in|at|near|on) {place}]
// ask: <who> [did|has|have|had] <meet-with> {name} [(in|at|near|on) {place}]
// ask: with (whom|who) [did|does|do|has|have|had] {name} <meet-up> [(in|at|near|on) {place}]
// ask: <who> (attended|joined|took part in|held|had) [<kind>] <talks> with {name} [(in|at|near|on) {place}]
// ask: (which|what) [<kind>] <talks> [did|has|have] {name} (have|hold|held|attend|had) [(in|at|near|on) {place}]
// ask: list of those who met {name}
// ask: meetings (of|with|by) {name} [(in|at|near|on) {place}]
UNWIND $name AS called
MATCH (actor:Actor {name: called})-[m:MET]-(other:Actor)
MATCH (article:Article {id: m.article})
WHERE m.modality = 'happened' AND (size($place) = 0 OR m.place IN $place)
  AND ($since IS NULL OR coalesce(m.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(m.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND (size($types) = 0 OR any(label IN labels(other) WHERE label IN $types))
  AND ($order IS NULL OR coalesce(m.date, article.published) IS NOT NULL)
RETURN other.name AS name, [label IN labels(other) WHERE label <> 'Actor'][0] AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
