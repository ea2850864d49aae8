// Whom may an actor meet? Meetings that are planned or proposed, or said to be unlikely.
// name: names of the actor
// place: names of the place, [] for anywhere
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who will {name} meet
// ask: <who> (will|should|could|may|might|can|would|shall) {name} [be] <meet-with> [(in|at|near|on) {place}]
// ask: <who> (does|do|did|is|are|was|has|have) {name} (want|plan|intend|hope|wish|offer|propose|agree|ready|willing|prepared|going|due|set|planning|expected|supposed|planned|agreed|offered|proposed|scheduled) to <meet-with> [(in|at|near|on) {place}]
// ask: <who> [is|are|has|have] (want|wants|plans|intends|hopes|ready|willing|going|due|offered|proposed|agreed|expected|set|scheduled|planning) to <meet-with> {name}
// ask: <who> (will|may|might|would|should|could) <meet-with> {name} [(in|at|near|on) {place}]
// ask: (which|what) <talks> (does|did|is|has|will) {name} (plan|planning|propose|have|hold|planned|attend)
// ask: (planned|proposed|upcoming|future) <talks> (of|with|by) {name}
UNWIND $name AS called
MATCH (actor:Actor {name: called})-[m:MET]-(other:Actor)
MATCH (article:Article {id: m.article})
WHERE m.modality IN ['planned', 'proposed', 'unlikely'] AND (size($place) = 0 OR m.place IN $place)
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
