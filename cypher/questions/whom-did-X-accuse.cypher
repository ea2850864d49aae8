// Whom did an actor accuse or criticise, and of what?
// name: names of the accuser
// topic: words that must all stand in the accusation, as "theft|fraud", without endings; [] for any
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: whom did {name} accuse
// ask: <who> [<did>] {name} <accuse> [<of> {topic}]
// ask: <who> <was> <accuse> by {name} [<of> {topic}]
// ask: <who> <was> <accuse> [<of> {topic}] by {name}
// ask: (which|what) <accusation> [<did>] {name} <raise> [against whom]
// ask: against whom [<did>] {name} <raise> <accusation>
// ask: (<accusation>) by {name}
// ask: <who> [<did>] {name} (hold responsible|say is to blame|say was to blame) [<of> {topic}]
UNWIND $name AS called
MATCH (accuser:Actor {name: called})-[a:ACCUSED]->(accused:Actor)
MATCH (article:Article {id: a.article})
WHERE a.modality = 'asserted'
  AND all(word IN $topic WHERE coalesce(a.of, '') + ' ' + a.evidence
          =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
  AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
RETURN accused.name AS name, [label IN labels(accused) WHERE label <> 'Actor'][0] AS type,
       a.of AS text, a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end, a.modality AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
