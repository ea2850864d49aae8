// Whom did an actor meet? Meetings that took place; planned ones are in who-will-meet.
// name: the actor
// place: where they met, null for anywhere
// ask: (who|whom) (did|has|have|does) {name} (meet|met) [with]
// ask: (who|whom) (did|has|have|does) {name} (meet|met) [with] (in|at) {place}
// ask: who [has|have|had] met [with] {name}
// ask: who [has|have|had] met [with] {name} (in|at) {place}
// ask: with whom (did|has|have|does) {name} (meet|met)
// ask: (who|whom) (did|has|have) {name} (hold|held|have|had) (talks|summit|meeting|meetings|negotiations|conversation|consultations) with
// ask: (who|whom) (did|has|have) {name} (hold|held|have|had) (talks|summit|meeting|meetings|negotiations|consultations) with (in|at) {place}
// ask: who (held|had) (talks|summit|meeting|negotiations|consultations) with {name}
// ask: with whom did {name} (hold|have) (talks|summit|meeting|meetings|negotiations|consultations)
// ask: (who|whom) did {name} (talk to|speak to|talk with|speak with|receive|host|visit|see)
// ask: which (leaders|politicians|presidents|people|officials|countries) (did|has|have) {name} (meet|met) [with]
// ask: which (leaders|politicians|presidents|people|officials|countries) [has|have] (meet|met) [with] {name}
// ask: which (leaders|politicians|presidents|people|officials) (did|has|have) {name} (meet|met) [with] (in|at) {place}
// ask: which (leaders|politicians|presidents|people|officials) (meet|met) [with] {name} (in|at) {place}
MATCH (actor:Actor)-[m:MET]-(other:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases) AND m.modality = 'happened'
  AND ($place IS NULL OR m.place = $place
       OR EXISTS { MATCH (p:Place) WHERE p.name = m.place AND $place IN p.aliases })
MATCH (article:Article {id: m.article})
RETURN other.name AS name, [label IN labels(other) WHERE label <> 'Actor'][0] AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality
ORDER BY published, path, start, name
