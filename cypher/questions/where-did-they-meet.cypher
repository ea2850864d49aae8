// Where did an actor meet another, or others?
// name: names of one
// other: names of the other, [] for anybody
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: where did {name} meet {other}
// ask: (where|(in|at) (which|what) <place>|(which|what) <place>) [did|has|have|had|was|were] {name} <meet-with> [{other}]
// ask: (where|(in|at) (which|what) <place>|(which|what) <place>) [did|has|have|had|were] {name} and {other} <meet-up>
// ask: (where|(in|at) (which|what) <place>|(which|what) <place>) (did|was|were|has|is) [<kind>] <talks> (between|of|with) {name} and {other} [<happen>]
UNWIND $name AS called
MATCH (actor:Actor {name: called})-[m:MET]-(met:Actor)
MATCH (article:Article {id: m.article})
WHERE (size($other) = 0 OR met.name IN $other)
  AND m.modality = 'happened' AND m.place IS NOT NULL
  AND ($since IS NULL OR coalesce(m.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(m.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR coalesce(m.date, article.published) IS NOT NULL)
RETURN m.place AS name, 'Place' AS type,
       null AS text, m.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + m.start AS start, article.offset + m.end AS end, m.modality AS modality,
       m.place AS value
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
