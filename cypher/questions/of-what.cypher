// What is an actor accused of, by anybody or by one accuser?
// name: names of the accused
// accuser: names of the accuser, [] for anybody
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: what is {name} accused of
// ask: what <was> {name} [been] <accuse> <of> [by {accuser}]
// ask: what <was> {name} [been] <accuse> by {accuser} <of>
// ask: <of> what <was> {name} [been] <accuse> [by {accuser}]
// ask: what [<did>] {accuser} <accuse> {name} <of>
// ask: <of> what [<did>] {accuser} <accuse> {name}
// ask: why [<did>] {accuser} <accuse> {name}
// ask: why <was> {name} [been] <accuse> [by {accuser}]
// ask: (which|what) [<any>] <accusation> [<did>] {accuser} <raise> (against|about|at|of) {name}
// ask: (which|what) <accusation> (are|were|was|is|have been|has been) [there] [made|raised|levelled|brought] [against] {name} [by {accuser}]
// ask: what (crimes|acts|misdeeds|wrongdoing|offences|offenses|crime) [<did>] {accuser} <accuse> {name} <of>
// ask: what (crimes|acts|misdeeds|wrongdoing|offences|offenses|crime) <was> {name} [been] <accuse> <of> [by {accuser}]
// ask: how [<did>] {accuser} (criticise|criticize|attack) {name}
// ask: what <was> {accuser} <accusation> (against|of|about) {name}
// ask: <accusation> against {name} [by {accuser}]
// ask: (which|what) <accusation> [<did>] {name} (face|faced|facing)
UNWIND $name AS called
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor {name: called})
MATCH (article:Article {id: a.article})
WHERE (size($accuser) = 0 OR accuser.name IN $accuser) AND a.modality = 'asserted'
  AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
RETURN accused.name AS name, [label IN labels(accused) WHERE label <> 'Actor'][0] AS type,
       coalesce(a.of, a.evidence) AS text, a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end,
       a.modality AS modality, accuser.name AS accuser
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, accuser
LIMIT $limit
