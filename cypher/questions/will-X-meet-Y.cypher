// Will two actors meet? What is told of a meeting that did not take place yet: planned, proposed, unlikely, denied.
// What will be, no article knows: the rows say who planned, proposed or ruled out what.
// name: names of one
// other: names of the other
// place: names of the place, [] for anywhere
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: will {name} meet {other}
// ask: (will|would|should|could|can|may|might|must|shall) {name} [and] [be] <meet-with> {other} [(in|at|near|on) {place}]
// ask: (will|would|should|could|can|may|might) {name} and {other} <meet-up> [(in|at|near|on) {place}]
// ask: (does|do|did|is|are) {name} (want|plan|planning|intend|hope|going|ready|willing|prepared|agree|set|expected) to <meet-with> {other} [(in|at|near|on) {place}]
// ask: (is|are|was|were) there [<any>] [<kind>] <talks> (planned|scheduled|expected|proposed) between {name} and {other}
// ask: (are|is) {name} and {other} (going|expected|planning|set|due) to <meet-up> [(in|at|near|on) {place}]
// ask: <was> [<any>] [<kind>] <talks> between {name} and {other} (planned|scheduled|expected|proposed|possible|likely|arranged|agreed) [(in|at|near|on) {place}]
UNWIND $name AS one
UNWIND $other AS another
MATCH (actor:Actor {name: one})-[m:MET]-(met:Actor {name: another})
MATCH (article:Article {id: m.article})
WHERE m.modality <> 'happened' AND (size($place) = 0 OR m.place IN $place)
  AND ($since IS NULL OR coalesce(m.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(m.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR coalesce(m.date, article.published) IS NOT NULL)
RETURN met.name AS name, [label IN labels(met) WHERE label <> 'Actor'][0] AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
