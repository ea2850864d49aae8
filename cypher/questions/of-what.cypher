// What is an actor accused of, by anybody or by one accuser?
// name: the accused
// accuser: the accuser, null for anybody
// ask: what (is|was|are|were|has|have) {name} [been] (accused|blamed|criticised|criticized) (of|for)
// ask: what (is|was|are|were|has|have) {name} [been] (accused|blamed|criticised|criticized) (of|for) by {accuser}
// ask: of what (is|was|are|were|has|have) {name} [been] accused
// ask: what (did|does|do|has|have) {accuser} (accuse|blame|criticise|criticize) {name} (of|for)
// ask: of what (did|does|do|has|have) {accuser} accuse {name}
// ask: why did {accuser} (criticise|criticize|blame|condemn|accuse) {name}
// ask: what (accusations|charges|allegations) (did|does) {accuser} (make|level|raise) against {name}
// ask: what (accusations|charges|allegations) (are|were) [made|there|raised] against {name}
// ask: what (crimes|acts|things|misdeeds) (did|does|do|has|have) {accuser} accuse {name} of
// ask: what (crimes|acts|things|misdeeds) (is|was|are|were) {name} accused of
// ask: why (is|was) {name} (criticised|criticized|blamed|condemned)
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor)
WHERE (accused.name = $name OR $name IN accused.aliases)
  AND ($accuser IS NULL OR accuser.name = $accuser OR $accuser IN accuser.aliases)
  AND a.modality = 'asserted'
MATCH (article:Article {id: a.article})
RETURN accused.name AS name, [label IN labels(accused) WHERE label <> 'Actor'][0] AS type,
       coalesce(a.of, a.evidence) AS text, a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end,
       a.modality AS modality, accuser.name AS accuser
ORDER BY published, path, start, accuser
