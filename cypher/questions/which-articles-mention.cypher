// Which articles mention an actor, and where for the first time?
// name: names of the actor
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: which articles mention {name}
// ask: (which|what) [<outlet>] <article> <mention> {name}
// ask: (in which|in what) <article> (is|was|does|are|were) {name} (mentioned|named|appear|quoted|cited|discussed)
// ask: where (is|was|are|does) {name} (mentioned|named|appear|quoted)
// ask: who (wrote|reported) (about|on) {name}
// ask: <article> (about|on|mentioning|with) {name}
UNWIND $name AS called
MATCH (article:Article)-[m:MENTIONS]->(actor:Actor {name: called})
WHERE m.kind <> 'pronoun' AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
WITH actor, article, m ORDER BY m.start
WITH actor, article, collect(m)[0] AS first
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       first.text AS text, null AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + first.start AS start, article.offset + first.end AS end
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start
LIMIT $limit
