// Which outlets wrote about an actor? The first mention in each.
// name: names of the actor
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: which outlets wrote about {name}
// ask: (which|what) <outlet> [<did>] (<mention>|wrote about|reported on|reported about|covered|cover|mentioned|quoted) {name}
// ask: in (which|what) <outlet> (is|was|does|are|were) {name} (mentioned|named|appear|quoted|cited|covered)
UNWIND $name AS called
MATCH (article:Article)-[m:MENTIONS]->(actor:Actor {name: called})
WHERE m.kind <> 'pronoun' AND article.source IS NOT NULL AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
WITH actor, article, m ORDER BY article.published, article.path, m.start
WITH actor, article.source AS outlet, collect({article: article, m: m})[0] AS each
WITH actor, outlet, each.article AS article, each.m AS first
RETURN outlet AS name, 'Organization' AS type,
       first.text AS text, null AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + first.start AS start, article.offset + first.end AS end
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
