// Who accused or criticised an actor, and of what?
// name: names of the accused
// topic: words that must all stand in the accusation, as "theft|fraud", without endings; [] for any
// types: labels that the actor of a row must have one of, as "Person", [] for any
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who accused {name}
// ask: <who> [<did>] <accuse> {name} [<of> {topic}]
// ask: by whom <was> {name} [been] <accuse> [<of> {topic}]
// ask: <who> <was> {name} [been] <accuse> by
// ask: <who> [<did>] <raise> [<any>] <accusation> [against|about|of|at] {name} [<of> {topic}]
// ask: <who> [<did>] (criticism|critic|critics|critical) of {name}
// ask: <who> <was> (critical|accuser|accusers|critics) of {name}
// ask: <who> (<accusation>) against {name} [<of> {topic}]
UNWIND $name AS called
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor {name: called})
MATCH (article:Article {id: a.article})
WHERE a.modality = 'asserted'
  AND all(word IN $topic WHERE coalesce(a.of, '') + ' ' + a.evidence
          =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
  AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND (size($types) = 0 OR any(label IN labels(accuser) WHERE label IN $types))
  AND ($order IS NULL OR article.published IS NOT NULL)
RETURN accuser.name AS name, [label IN labels(accuser) WHERE label <> 'Actor'][0] AS type,
       a.of AS text, a.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + a.start AS start, article.offset + a.end AS end, a.modality AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
