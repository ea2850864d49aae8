// Where did an actor meet another, or others?
// name: one of them
// other: the other, null for anybody
// ask: where (did|has|have|had) {name} (meet|met) [with] {other}
// ask: where (did|has|have|had) {name} and {other} (meet|met) [each other]
// ask: where (did|has|have|had) {name} and {other} (hold|held|have|had) (talks|summit|meeting|meetings|negotiations)
// ask: where (did|was|were) [latest|last|first|direct] (talks|summit|meeting|meetings|negotiations) (between|of) {name} and {other} (take place|held|happen)
// ask: where (did|was|were) [latest|last|first|direct] (talks|summit|meeting|meetings|negotiations) (between|of) {name} and {other}
// ask: in (which|what) (city|country|place) did {name} (meet|met) [with] {other}
// ask: in (which|what) (city|country|place) did {name} and {other} (meet|met)
MATCH (actor:Actor)-[m:MET]-(met:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases)
  AND ($other IS NULL OR met.name = $other OR $other IN met.aliases)
  AND m.modality = 'happened' AND m.place IS NOT NULL
MATCH (article:Article {id: m.article})
RETURN m.place AS name, 'Place' AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality,
       m.place AS value
ORDER BY published, path, start
