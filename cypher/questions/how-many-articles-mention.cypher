// How many articles mention an actor?
// Copies in several outlets are counted once; there is a row for each of them.
// name: names of the actor
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: how many articles mention {name}
// ask: how many <article> <mention> {name}
// ask: in how many <article> (is|was|does|are|were) {name} (mentioned|named|appear|quoted|cited)
// ask: how often (is|was|are|were) {name} (mentioned|named|in [the] news)
// ask: how many <article> (are|is|were) there (about|on|mentioning) {name}
// ask: number of <article> (about|on|mentioning) {name}
UNWIND $name AS called
MATCH (article:Article)-[m:MENTIONS]->(actor:Actor {name: called})
WHERE m.kind <> 'pronoun' AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
WITH actor, article, m ORDER BY m.start
WITH actor, article, collect(m)[0] AS first
OPTIONAL MATCH (article)-[:COPY_OF]->(original:Article)
WITH collect({actor: actor, article: article, first: first}) AS found,
     count(DISTINCT coalesce(original.id, article.id)) AS articles
UNWIND found AS each
WITH each.actor AS actor, each.article AS article, each.first AS first, articles
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       first.text AS text, null AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + first.start AS start, article.offset + first.end AS end, articles AS value
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start
LIMIT $limit
