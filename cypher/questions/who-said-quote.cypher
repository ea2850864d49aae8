// Who said these very words?
// quote: words as they stand in the article, in any case
// ask: who (said|says|used|wrote|uttered|spoke) [words|phrase|term|expression] {quote}
// ask: (whose|who) (words|quote) (are|is) {quote}
// ask: who (called|described|spoke of|talked about|branded|labelled) [something|somebody|someone|it|him|her|them] [as] {quote}
// ask: (where|who) does {quote} come from
MATCH (speaker:Actor)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(article:Article)
WHERE replace(toLower(s.text), '’', "'") CONTAINS replace(toLower($quote), '’', "'")
WITH speaker, s, article, substring(article.text, s.start, size(s.text)) = s.text AS whole
RETURN speaker.name AS name, [label IN labels(speaker) WHERE label <> 'Actor'][0] AS type,
       s.text AS text, s.sentence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       CASE WHEN whole THEN article.offset + s.start END AS start,
       CASE WHEN whole THEN article.offset + s.end END AS end
ORDER BY published, path, s.start, s.id
