// Who is named beside an actor: in the same paragraph, at most 200 characters away?
// name: the actor
// ask: (who|which people|which actors|which persons) [else] (is|are|was|were) (mentioned|named) [together|along] with {name}
// ask: (who|which people|which actors|which persons) (is|are|was|were) (mentioned|named) (alongside|beside|next to) {name}
// ask: (who|which people) (appears|stands) (together with|along with|alongside|beside|next to|with) {name}
// ask: who else is (mentioned|named) (where|when) {name} is [mentioned|named]
MATCH (actor:Actor)<-[m:MENTIONS]-(article:Article)-[n:MENTIONS]->(other:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases) AND other.id <> actor.id
  AND m.kind <> 'pronoun' AND n.kind <> 'pronoun' AND abs(m.start - n.start) <= 200
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
ORDER BY published, path, start, name
