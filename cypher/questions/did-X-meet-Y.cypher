// Did two actors meet? "yes" with the tellings that they did; else "no" with those that plan, propose or deny it.
// name: names of one
// other: names of the other
// place: names of the place, [] for anywhere
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: did {name} meet {other}
// ask: (did|does|do|has|have|had|is|was|are|were) {name} <meet-with> {other} [(in|at|near|on) {place}]
// ask: (did|does|do|has|have|had|is|was|are|were) {name} and {other} <meet-up> [(in|at|near|on) {place}]
// ask: (did|does|do|has|have|had|is|was|are|were) there [been] [<any>] [<kind>] <talks> (between|of|with) {name} and {other} [(in|at|near|on) {place}]
// ask: (did|does|do|has|have|had|is|was|are|were) [<kind>] <talks> (between|of|with) {name} and {other} <happen> [(in|at|near|on) {place}]
// ask: is it true that {name} met [with] {other} [(in|at|near|on) {place}]
UNWIND $name AS one
UNWIND $other AS another
MATCH (actor:Actor {name: one})-[m:MET]-(met:Actor {name: another})
MATCH (article:Article {id: m.article})
WHERE (size($place) = 0 OR m.place IN $place)
  AND ($since IS NULL OR coalesce(m.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(m.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR coalesce(m.date, article.published) IS NOT NULL)
WITH collect({met: met, telling: m, article: article}) AS tellings,
     sum(CASE m.modality WHEN 'happened' THEN 1 ELSE 0 END) AS happened
UNWIND tellings AS each
WITH each.met AS met, each.telling AS m, each.article AS article, happened
WHERE (happened > 0) = (m.modality = 'happened')
RETURN met.name AS name, [label IN labels(met) WHERE label <> 'Actor'][0] AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality,
       CASE WHEN happened > 0 THEN 'yes' ELSE 'no' END AS value
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start
LIMIT $limit
