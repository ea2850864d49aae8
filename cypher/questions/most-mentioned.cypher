// Who is mentioned most? In how many articles, with the first mention of each.
// The ten whom most articles mention. Copies in several outlets are counted once.
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// ask: who is mentioned most
// ask: <who> <was> (mentioned|named) most [often]
// ask: <who> <was> most (mentioned|named|important|prominent) [<people>|one]
// ask: <who> (is|are|was|were) [the] [<article>] about [most]
// ask: most (mentioned|named) [<people>]
MATCH (article:Article)-[m:MENTIONS]->(actor:Actor)
WHERE m.kind <> 'pronoun' AND actor.named AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
OPTIONAL MATCH (article)-[:COPY_OF]->(original:Article)
WITH actor, article, m, coalesce(original.id, article.id) AS told ORDER BY article.published, article.path, m.start
WITH actor, collect({article: article, m: m})[0] AS each, count(DISTINCT told) AS articles
WITH actor, each.article AS article, each.m AS first, articles
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       first.text AS text, null AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + first.start AS start, article.offset + first.end AS end, articles
ORDER BY articles DESC, name
LIMIT 10
