// Where may an actor meet another? Places of meetings that are planned or proposed.
// name: one of them
// other: the other, null for anybody
// ask: where (will|should|could|may|might|can) {name} (meet|receive|host) [with] {other}
// ask: where (will|should|could|may|might|can) {name} and {other} meet
// ask: where (is|are|was) {name} (ready|willing|prepared|going|due|set|planning|expected) to (meet|receive|host|see) [with] {other}
// ask: where (does|do|did) {name} (want|plan|intend|hope|wish|offer|propose) to (meet|receive|host|see) [with] {other}
// ask: where (does|do|did) {name} and {other} (want|plan|intend|hope) to meet
// ask: where (will|should|could|may|might) (talks|summit|meeting|negotiations) (between|of) {name} and {other} (take place|be held|happen)
MATCH (actor:Actor)-[m:MET]-(met:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases)
  AND ($other IS NULL OR met.name = $other OR $other IN met.aliases)
  AND m.modality IN ['planned', 'proposed'] AND m.place IS NOT NULL
MATCH (article:Article {id: m.article})
RETURN m.place AS name, 'Place' AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality,
       m.place AS value
ORDER BY published, path, start
