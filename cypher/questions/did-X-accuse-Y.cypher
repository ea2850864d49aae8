// Did an actor accuse another, of anything or of something? "yes" with the accusations.
// accuser: names of the accuser, [] for anybody
// name: names of the accused
// topic: words that must all stand in the accusation, as "theft|fraud", without endings; [] for any
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: did {accuser} accuse {name}
// ask: <did> {accuser} <accuse> {name} [<of> {topic}]
// ask: <was> {name} [been] <accuse> by {accuser} [<of> {topic}]
// ask: <was> {name} [been] <accuse> [<of> {topic}]
// ask: <was> {name} [been] <accuse> <of> {topic} by {accuser}
// ask: <did> {accuser} <raise> [<any>] <accusation> against {name}
// ask: <did> (anyone|anybody|someone|somebody) <accuse> {name} [<of> {topic}]
// ask: (is|are|were|was) there [<any>] <accusation> against {name} [by {accuser}]
UNWIND $name AS called
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor {name: called})
MATCH (article:Article {id: a.article})
WHERE (size($accuser) = 0 OR accuser.name IN $accuser) AND a.modality = 'asserted'
  AND all(word IN $topic WHERE coalesce(a.of, '') + ' ' + a.evidence
          =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
  AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
RETURN accused.name AS name, [label IN labels(accused) WHERE label <> 'Actor'][0] AS type,
       coalesce(a.of, a.evidence) AS text, a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end,
       a.modality AS modality, accuser.name AS accuser,
       'yes' AS value
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, accuser
LIMIT $limit
