// Who said these very words?
// quote: words as they stand in the article, in any case
// about: names of actors, one list for each who must be named where the words stand, [] for any
// topic: words that must all stand where the words stand, without endings; [] for any
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who said {quote}
// ask: <who> [<did>] [<claims>|say|use|used|wrote|write|uttered|utter|spoke|spoken|coined|tweeted|posted|shouted|declare|call|called|described] [it|something|words|phrase|term|expression|sentence|line|as] {quote}
// ask: <who> [<did>] (use|used|utter|uttered|spoke|speak|coined|wrote) [words|phrase|term|expression|sentence] {quote} [<on>] [{topic}]
// ask: <who> [<did>] (say|said|wrote|claimed) {quote} <on> {topic}
// ask: (whose|who) (words|word|quote|phrase|statement|remark|line|claim) (are|is|was|were) [it] {quote}
// ask: <who> [<did>] (called|call|described|describe|spoke of|talked about|branded|labelled|labeled|referred to|dismissed|praised) {topic} [as] {quote}
// ask: (where|who|whom) (does|did|is|are) {quote} [come] (from|by)
// ask: by whom (was|is|were) {quote} (said|used|spoken|written)
// ask: who is (quoted|cited) [as] saying {quote}
// ask: source of {quote}
// ask: who is behind [words|quote|phrase] {quote}
MATCH (speaker:Actor)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(article:Article)
WHERE replace(toLower(s.text), '’', "'") CONTAINS replace(toLower($quote), '’', "'")
  AND ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
OPTIONAL MATCH (s)-[:ABOUT]->(target)
WITH speaker, s, article, collect(target.name) AS targets
WHERE all(names IN $about WHERE any(target IN targets WHERE target IN names)
          OR any(name IN names WHERE s.sentence CONTAINS name))
  AND all(word IN $topic WHERE s.sentence =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
WITH speaker, s, article, substring(article.text, s.start, size(s.text)) = s.text AS whole
RETURN speaker.name AS name, [label IN labels(speaker) WHERE label <> 'Actor'][0] AS type,
       s.text AS text, s.sentence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       CASE WHEN whole THEN article.offset + s.start END AS start,
       CASE WHEN whole THEN article.offset + s.end END AS end, s.denied AS denied
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, s.start, s.id
LIMIT $limit
