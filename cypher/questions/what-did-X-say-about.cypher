// What did an actor say, and about whom or what?
// name: the speaker
// about: names of actors that the statement must be about, [] for any
// topic: words that must all stand in the statement or among its topics, [] for any
// ask: what (did|does|do|has|have|had) {name} (say|said|tell|told|think|thought|announce|claim|declare|state|promise|demand|propose|comment)
// ask: what (did|does|do|has|have|had) {name} (say|said|tell us|think|thought|announce|claim|declare|state|promise|comment) (about|on|of|regarding|concerning) {topic}
// ask: how did {name} (comment on|react to|respond to|describe|characterise|characterize|justify|explain) {topic}
// ask: what (is|was|are) {name} (view|opinion|position|stance|comment|reaction|response|answer) (on|of|about|to) {topic}
// ask: did {name} (say|comment) (something|anything) (about|on) {topic}
// ask: did {name} (comment on|mention) {topic}
// ask: (did|has) {name} (say|said|claim|announce|promise) [that] {topic}
// ask: what (does|did) {name} (want|demand|expect) (from|of|for) {topic}
// ask: what (does|did) {name} (want|expect)
// ask: (what|how) (is|was|are|were) {topic} according to {name}
// ask: what (does|did) {name} call {topic}
MATCH (speaker:Actor)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(article:Article)
WHERE speaker.name = $name OR $name IN speaker.aliases
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
