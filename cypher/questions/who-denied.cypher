// Who denied or rejected something, and whose claim was it?
// claimant: the one whose claim was denied, null for anybody's
// about: names of actors that the denied words must be about, [] for any
// topic: words that must all stand in the denied words or among their topics, [] for any
// ask: who [has|have] (denied|rejected|disputed|refuted|dismissed|contradicted) [that] {topic}
// ask: who (denied|rejected|disputed|refuted|dismissed|contradicted) {claimant} (claim|statement|words|remarks|accusation|allegation) [about|on|of|that] {topic}
// ask: who (denied|rejected|disputed|refuted|dismissed) {claimant} (claim|statement|words|remarks|accusation|allegation)
// ask: who (denied|contradicted) {claimant}
MATCH (speaker:Actor)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(article:Article)
OPTIONAL MATCH (s)-[:DENIES]->(claim:Statement)
OPTIONAL MATCH (claim)<-[:SAID]-(claimant:Actor)
WITH speaker, s, article, claim, claimant
WHERE (s.denied OR claim IS NOT NULL)
  AND ($claimant IS NULL OR claimant.name = $claimant OR $claimant IN claimant.aliases)
OPTIONAL MATCH (s)-[:ABOUT]->(target)
WITH speaker, s, article, collect(target) AS targets,
     reduce(said = s.text + ' ' + coalesce(claim.text, ''), noun IN s.topics | said + ' ' + noun) AS said
WHERE all(name IN $about WHERE any(target IN targets WHERE target.name = name OR name IN target.aliases))
  AND all(word IN $topic WHERE said =~ ('(?isU).*\\b' + word + '(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
WITH speaker, s, article, substring(article.text, s.start, size(s.text)) = s.text AS whole
RETURN speaker.name AS name, [label IN labels(speaker) WHERE label <> 'Actor'][0] AS type,
       s.text AS text, s.sentence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       CASE WHEN whole THEN article.offset + s.start END AS start,
       CASE WHEN whole THEN article.offset + s.end END AS end, s.denied AS denied
ORDER BY published, path, s.start, s.id
