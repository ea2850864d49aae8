// Who accused whom, and of what?
// The text is the accused, and of what.
// topic: words that must all stand in the accusation, as "theft|fraud", without endings; [] for any
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who accused whom
// ask: <who> [<did>] <accuse> (whom|who) [of what]
// ask: <who> [<did>] <accuse> (whom|who) <of> {topic}
// ask: (which|what) [<any>] <accusation> (are|were|have been|was|is) [there] [made|raised|levelled]
// ask: who <was> <accuse> [of what]
// ask: who <was> <accuse> <of> {topic}
// ask: who <was> being <accuse> [<of> {topic}]
// ask: who (made|raised) <accusation> [<of> {topic}]
// ask: [<any>] <accusation> [<of> {topic}]
MATCH (accuser:Actor)-[a:ACCUSED]->(accused:Actor)
MATCH (article:Article {id: a.article})
WHERE a.modality = 'asserted'
  AND all(word IN $topic WHERE coalesce(a.of, '') + ' ' + a.evidence
          =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
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
