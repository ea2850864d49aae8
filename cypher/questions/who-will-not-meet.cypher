// Whom does an actor not meet? Meetings that are denied, ruled out or said to be unlikely.
// name: names of the actor
// place: names of the place, [] for anywhere
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who did {name} refuse to meet
// ask: <who> [did|does|do|has|have|had|will|would|is|was|are] {name} not <meet-with> [(in|at|near|on) {place}]
// ask: <who> [did|does|do|has|have|had|will|would|is] (not|refuse to|refused to|declined to|decline to|rule out|ruled out|does not want to|did not|will not|reject) <meet-with> {name}
// ask: <who> [did|does|do|has|have|had|is|was] {name} (refuse|refused|decline|declined|unwilling|not want|not willing) to <meet-with> [(in|at|near|on) {place}]
// ask: (which|what) <talks> [with] [did|has|have] {name} (refuse|decline|reject|rule out|cancel|refused|rejected|cancelled|canceled)
UNWIND $name AS called
MATCH (actor:Actor {name: called})-[m:MET]-(other:Actor)
MATCH (article:Article {id: m.article})
WHERE m.modality IN ['denied', 'unlikely'] AND (size($place) = 0 OR m.place IN $place)
  AND ($since IS NULL OR coalesce(m.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(m.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR coalesce(m.date, article.published) IS NOT NULL)
RETURN other.name AS name, [label IN labels(other) WHERE label <> 'Actor'][0] AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
