// What is told between two actors: said of each other, met, accused?
// Met and accused give the other as text; said gives the words.
// name: names of one
// other: names of the other
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: what is told between {name} and {other}
// ask: what <was> (told|known|reported|said|there) (between|of|about) {name} and {other}
// ask: what <was> (relation|relations|relationship|connection|link|links|ties|contact|contacts) (between|of) {name} (and|with|to) {other}
// ask: what (happened|is going on|went on) between {name} and {other}
// ask: how (is|are|was|were) {name} (and|with|to) {other} (connected|related|linked)
// ask: how (is|are|was|were) {name} (connected|related|linked) (to|with) {other}
// ask: what [<did>] {name} and {other} (have to do with each other|say about each other|think of each other)
// ask: between {name} and {other}
// ask: {name} and {other}
CALL {
  UNWIND $name AS one
  UNWIND $other AS another
  MATCH (a:Actor {name: one})-[r:MET|ACCUSED]-(b:Actor {name: another})
  MATCH (article:Article {id: r.article})
  RETURN startNode(r) AS actor, article, r.evidence AS evidence, r.modality AS modality,
         endNode(r).name + CASE WHEN r.of IS NULL THEN '' ELSE ': ' + r.of END AS text,
         r.start AS start, r.end AS end, toLower(type(r)) AS kind
  UNION
  UNWIND $name + $other AS one
  UNWIND $name + $other AS another
  MATCH (actor:Actor {name: one})-[:SAID]->(s:Statement)-[:ABOUT]->(b:Actor {name: another})
  MATCH (s)-[:REPORTED_IN]->(article:Article)
  WHERE (one IN $name) <> (another IN $name)
  RETURN DISTINCT actor, article, s.sentence AS evidence, null AS modality, s.text AS text,
         null AS start, null AS end, 'said' AS kind
}
WITH actor, article, evidence, modality, text, start, end, kind
WHERE ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       text, evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + start AS start, article.offset + end AS end, modality, kind
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name, text
LIMIT $limit
