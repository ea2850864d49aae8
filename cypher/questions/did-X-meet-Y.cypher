// Did two actors meet? "yes" with the tellings that they did; else "no" with those that plan, propose or deny it.
// name: one of them
// other: the other
// place: where they met, null for anywhere
// ask: (did|has|have|had) {name} [ever] (meet|met) [with] {other}
// ask: (did|has|have|had) {name} and {other} [ever] (meet|met) [each other]
// ask: (did|has|have|had) {name} (hold|held|have|had) (talks|summit|meeting|meetings|negotiations) with {other}
// ask: (did|has|have|had) {name} and {other} (hold|held|have|had) (talks|summit|meeting|meetings|negotiations)
// ask: (was|were|is) there (talks|summit|meeting|meetings|negotiations) between {name} and {other}
// ask: (has|have) there been (talks|summit|meeting|meetings|negotiations) between {name} and {other}
// ask: did (talks|summit|meeting|meetings|negotiations) between {name} and {other} take place
// ask: (did|has|have|had) {name} [ever] (meet|met) [with] {other} (in|at) {place}
// ask: (did|has|have|had) {name} and {other} [ever] (meet|met) [each other] (in|at) {place}
// ask: (is|was) there (summit|meeting) (between|of) {name} and {other}
MATCH (actor:Actor)-[m:MET]-(met:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases) AND (met.name = $other OR $other IN met.aliases)
  AND ($place IS NULL OR m.place = $place
       OR EXISTS { MATCH (p:Place) WHERE p.name = m.place AND $place IN p.aliases })
WITH collect({met: met, telling: m}) AS tellings,
     sum(CASE m.modality WHEN 'happened' THEN 1 ELSE 0 END) AS happened
UNWIND tellings AS each
WITH each.met AS met, each.telling AS m, happened
WHERE (happened > 0) = (m.modality = 'happened')
MATCH (article:Article {id: m.article})
RETURN met.name AS name, [label IN labels(met) WHERE label <> 'Actor'][0] AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality,
       CASE WHEN happened > 0 THEN 'yes' ELSE 'no' END AS value
ORDER BY published, path, start
