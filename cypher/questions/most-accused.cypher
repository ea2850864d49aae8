// Who is accused most? How often, with the first accusation of each.
// The ten who are accused most. What several outlets copy is counted once.
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// ask: who is accused most
// ask: <who> <was> <accuse> most [often]
// ask: <who> <was> most <accuse> [<people>|one]
// ask: most (accused|criticised|criticized) [<people>]
// ask: who [<did>] most <accusation> (fall on|concern)
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor)
MATCH (article:Article {id: a.article})
WHERE a.modality = 'asserted'
  AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
OPTIONAL MATCH (article)-[:COPY_OF]->(original:Article)
WITH a, accused, article, coalesce(original.id, article.id) + a.evidence AS told
ORDER BY article.published, article.path, a.start
WITH accused, collect({a: a, article: article})[0] AS first, count(DISTINCT told) AS accusations
WITH accused, first.a AS a, first.article AS article, accusations
RETURN accused.name AS name, [label IN labels(accused) WHERE label <> 'Actor'][0] AS type,
       a.of AS text, a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end, accusations
ORDER BY accusations DESC, name
LIMIT 10
