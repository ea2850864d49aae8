// Which accusations were denied or rejected, against anybody or one actor?
// The text is the accused, and of what; the accuser gives the row its name.
// name: names of the accused, [] for anybody
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: which accusations were denied
// ask: (which|what) <accusation> [against {name}] (were|was|are|have been) (denied|rejected|disputed|dismissed)
// ask: (were|was|are|have) <accusation> against {name} [been] (denied|rejected|disputed|dismissed)
// ask: (denied|rejected|disputed) <accusation>
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor)
MATCH (article:Article {id: a.article})
WHERE (size($name) = 0 OR accused.name IN $name) AND a.modality = 'denied'
  AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
RETURN accuser.name AS name, [label IN labels(accuser) WHERE label <> 'Actor'][0] AS type,
       accused.name + CASE WHEN a.of IS NULL THEN '' ELSE ': ' + a.of END AS text,
       a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end, a.modality AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
