// Who denied or rejected something, and whose claim was it?
// claimant: names of the one whose claim was denied, [] for anybody
// about: names of actors, one list for each whom the statement must be about, [] for any
// topic: words that must all stand in the statement or among its topics, as "treaty|pact", without endings; [] for any
// types: labels that the actor of a row must have one of, as "Person", [] for any
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who denied [that] {topic}
// ask: <who> [<did>] <deny> [<that>] {topic}
// ask: <who> [<did>] <deny> [<any>] (<accusation>|<saying>|reports|rumours|rumors) [<that>|<on>|of having] {topic}
// ask: <who> [<did>] <deny> {claimant} (<accusation>|<saying>) [[<on>|<that>] {topic}]
// ask: <who> [<did>] <deny> {claimant}
// ask: by whom <was> {topic} (denied|rejected|disputed|dismissed)
MATCH (speaker:Actor)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(article:Article)
WHERE ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND (size($types) = 0 OR any(label IN labels(speaker) WHERE label IN $types))
  AND ($order IS NULL OR article.published IS NOT NULL)
OPTIONAL MATCH (s)-[:DENIES]->(claim:Statement)
OPTIONAL MATCH (claim)<-[:SAID]-(claimant:Actor)
WITH speaker, s, article, claim, claimant
WHERE (s.denied OR claim IS NOT NULL) AND (size($claimant) = 0 OR claimant.name IN $claimant)
OPTIONAL MATCH (s)-[:ABOUT]->(target)
WITH speaker, s, article, collect(target.name) AS targets,
     reduce(said = s.text + ' ' + coalesce(claim.text, ''),
            noun IN coalesce(s.topics, []) | said + ' ' + noun) AS said
WHERE all(names IN $about WHERE any(target IN targets WHERE target IN names))
  AND all(word IN $topic WHERE said =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
WITH speaker, s, article, substring(article.text, s.start, size(s.text)) = s.text AS whole
RETURN speaker.name AS name, [label IN labels(speaker) WHERE label <> 'Actor'][0] AS type,
       s.text AS text, s.sentence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       CASE WHEN whole THEN article.offset + s.start END AS start,
       CASE WHEN whole THEN article.offset + s.end END AS end, s.denied AS denied
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, s.start, s.id
LIMIT $limit
