// Who spoke about actors or a topic, and in which words?
// about: names of actors that the statement must be about, [] for any
// topic: words that must all stand in the statement or among its topics, [] for any
// ask: who (commented|remarked) on {topic}
// ask: (who|which politicians|which people|which officials|which leaders) [has|have] (commented|spoke|spoken|talked) (on|about) {topic}
// ask: who (said|says) (something|anything) about {topic}
// ask: what (was|is|has been) (said|told) about {topic}
// ask: what (did|do) (people|politicians|leaders) (say|think) about {topic}
// ask: who [has|have] (called|described|branded|labelled|praised|welcomed|supported|opposed) {topic}
// ask: who (says|said|thinks|thought|believes|claims|argues|insists|stated|announced|promised) [that] {topic}
// ask: who [has|have] (questioned|challenged|doubted|defended|raised doubts about|cast doubt on) {topic}
// ask: who warns [of|about|against|that] {topic}
// ask: who (mentioned|discussed|addressed|called for|demanded|urged|proposed|suggested) {topic}
// ask: (who|which politicians|which people|which officials|which leaders|which countries) [has|have] (said|says|thinks|believes|claims|argues|mentioned|discussed) {topic}
// ask: according to whom {topic}
// ask: who (is|was) quoted (on|about) {topic}
// ask: who (wants|demands|expects|hopes|fears|doubts|predicts|admits|insists on|threatens) {topic}
// ask: whose (words|statements|remarks|comments) (are|were) about {topic}
MATCH (speaker:Actor)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(article:Article)
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
