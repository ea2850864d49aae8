// What did an actor deny or reject?
// name: the one who denied
// about: names of actors that the denied words must be about, [] for any
// topic: words that must all stand in the denied words or among their topics, [] for any
// ask: what (did|does|do|has|have) {name} (deny|reject|dispute|refute|dismiss)
// ask: what (did|does|do|has|have) {name} (deny|reject|dispute) (about|on) {topic}
// ask: (did|does|do|has|have) {name} (deny|reject|dispute|refute|dismiss) [that] {topic}
MATCH (speaker:Actor)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(article:Article)
WHERE (speaker.name = $name OR $name IN speaker.aliases)
  AND (s.denied OR EXISTS { (s)-[:DENIES]->(:Statement) })
OPTIONAL MATCH (s)-[:ABOUT]->(target)
WITH speaker, s, article, collect(target) AS targets,
     reduce(said = s.text, noun IN s.topics | said + ' ' + noun) AS said
WHERE all(name IN $about WHERE any(target IN targets WHERE target.name = name OR name IN target.aliases))
  AND all(word IN $topic WHERE said =~ ('(?isU).*\\b' + word + '(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
WITH speaker, s, article, substring(article.text, s.start, size(s.text)) = s.text AS whole
RETURN speaker.name AS name, [label IN labels(speaker) WHERE label <> 'Actor'][0] AS type,
       s.text AS text, s.sentence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       CASE WHEN whole THEN article.offset + s.start END AS start,
       CASE WHEN whole THEN article.offset + s.end END AS end, s.denied AS denied
ORDER BY published, path, s.start, s.id
