// Whom may an actor meet? Meetings that are planned, proposed or said to be unlikely.
// name: the actor
// ask: (who|whom) (will|should|could|may|might|can) {name} meet [with]
// ask: (who|whom) (does|do|did) {name} (want|plan|intend|hope|wish|offer|propose) to (meet|host|receive|talk to|see) [with]
// ask: (who|whom) (is|are|was) {name} (ready|willing|prepared|going|due|set|planning|expected|supposed) to (meet|host|receive|see) [with]
// ask: who (wants|plans|intends|hopes|is ready|is willing|is going|is due) to meet [with] {name}
// ask: who will meet [with] {name}
// ask: what meetings (does|did|is) {name} (plan|planning|propose)
MATCH (actor:Actor)-[m:MET]-(other:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases) AND m.modality IN ['planned', 'proposed', 'unlikely']
MATCH (article:Article {id: m.article})
RETURN other.name AS name, [label IN labels(other) WHERE label <> 'Actor'][0] AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality
ORDER BY published, path, start, name
