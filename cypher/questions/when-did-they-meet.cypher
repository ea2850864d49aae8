// When did two actors meet? Dates as exact as the article gives them.
// name: one of them
// other: the other, null for anybody
// ask: (when|on which day|on what date) (did|has|have|had) {name} (meet|met) [with] {other}
// ask: (when|on which day|on what date) (did|have|had) {name} and {other} (meet|met) [each other]
// ask: (when|on which day|on what date) (did|has|have|had) {name} (hold|have) (talks|summit|meeting|negotiations) with {other}
// ask: when (did|was|were) [latest|last|first|direct] (talks|summit|meeting|negotiations) (between|of) {name} and {other} [take place|held|happen]
MATCH (actor:Actor)-[m:MET]-(met:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases)
  AND ($other IS NULL OR met.name = $other OR $other IN met.aliases)
  AND m.modality = 'happened' AND m.date IS NOT NULL
MATCH (article:Article {id: m.article})
RETURN met.name AS name, [label IN labels(met) WHERE label <> 'Actor'][0] AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality,
       left(toString(m.date), CASE m.datePrecision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS value
ORDER BY value, published, path, start
