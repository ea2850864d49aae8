// Who is this? The names and titles an actor goes by, with the first place where each stands in an article.
// name: names of the actor
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who is {name}
// ask: who (is|was|are|were) {name}
// ask: what (is|was|are|were) {name}
// ask: (which|what) (names|titles|aliases|office|job|position|post|title|role|names and titles) (does|do|did|has|is) {name} (have|go by|bear|hold|known by|known as)
// ask: what is {name} (title|office|job|post|role|function)
// ask: who [exactly] (is|was) [this|that] {name}
// ask: about {name}
// ask: what (do we know|is known|is there to know) (about|of) {name}
// ask: {name}
UNWIND $name AS called
MATCH (article:Article)-[m:MENTIONS]->(actor:Actor {name: called})
WHERE m.kind <> 'pronoun' AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
WITH actor, article, m ORDER BY m.start
WITH actor, article, m.text AS text, collect(m)[0] AS first
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       text, null AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + first.start AS start, article.offset + first.end AS end, actor.aliases AS aliases
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start
LIMIT $limit
