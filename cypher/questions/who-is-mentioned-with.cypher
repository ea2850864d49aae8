// Who is named beside an actor: in the same paragraph, at most 200 characters away?
// name: names of the actor
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who is mentioned with {name}
// ask: (<who>) [else] (is|are|was|were) (mentioned|named|cited) [together|along] [in connection] (with|alongside|beside|next to) {name}
// ask: (<who>) [else] (appears|stands|appear) (together with|along with|alongside|beside|next to|with) {name}
// ask: who else is (mentioned|named) (where|when) {name} is [mentioned|named]
// ask: (<who>) (is|are|was|were) (associated|connected|linked) with {name}
UNWIND $name AS called
MATCH (actor:Actor {name: called})<-[m:MENTIONS]-(article:Article)-[n:MENTIONS]->(other:Actor)
WHERE NOT other.name IN $name AND m.kind <> 'pronoun' AND n.kind <> 'pronoun' AND abs(m.start - n.start) <= 200
  AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
WITH other, article,
     CASE WHEN m.start < n.start THEN m.start ELSE n.start END AS first,
     CASE WHEN m.end > n.end THEN m.end ELSE n.end END AS last
WITH other, article, first, last, substring(article.text, first, last - first) AS evidence
WHERE NOT evidence CONTAINS '\n'
WITH other, article, first, last, evidence ORDER BY last - first, first
WITH other, article, collect({first: first, last: last, evidence: evidence})[0] AS nearest
RETURN other.name AS name, [label IN labels(other) WHERE label <> 'Actor'][0] AS type,
       null AS text, nearest.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + nearest.first AS start, article.offset + nearest.last AS end
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
