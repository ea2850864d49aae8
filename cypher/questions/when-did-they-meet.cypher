// When did two actors meet? Dates as exact as the article gives them.
// name: names of one
// other: names of the other, [] for anybody
// place: names of the place, [] for anywhere
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: when did {name} meet {other}
// ask: <day> [did|has|have|had|was|were] {name} <meet-with> {other} [(in|at|near|on) {place}]
// ask: <day> [did|have|had|were] {name} and {other} <meet-up> [(in|at|near|on) {place}]
// ask: <day> (did|was|were|is|has) [<kind>] <talks> (between|of|with) {name} and {other} [(in|at|near|on) {place}] [<happen>]
UNWIND $name AS called
MATCH (actor:Actor {name: called})-[m:MET]-(met:Actor)
MATCH (article:Article {id: m.article})
WHERE (size($other) = 0 OR met.name IN $other) AND (size($place) = 0 OR m.place IN $place)
  AND m.modality = 'happened' AND m.date IS NOT NULL
  AND ($since IS NULL OR coalesce(m.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(m.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR coalesce(m.date, article.published) IS NOT NULL)
RETURN met.name AS name, [label IN labels(met) WHERE label <> 'Actor'][0] AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality,
       left(toString(m.date), CASE m.datePrecision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS value
ORDER BY CASE $order WHEN 'last' THEN value END DESC, value, path, start
LIMIT $limit
