// Who is quoted most, of all or on a topic? The first statement of each, and how many there are.
// The ten who are quoted most. What several outlets quote is counted once.
// about: names of actors, one list for each whom the statement must be about, [] for any
// topic: words that must all stand in the statement or among its topics, as "treaty|pact", without endings; [] for any
// before: characters before the sentence in which those whom it must be about may be named too
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// ask: who is quoted most
// ask: <who> <was> (quoted|cited) most [often] [<on> {topic}]
// ask: <who> <was> most (quoted|cited) [<people>|one] [<on> {topic}]
// ask: <who> (said|says|speaks|spoke|talks|talked|comments|commented) most [often] [<on> {topic}]
// ask: most (quoted|cited) [<people>] [<on> {topic}]
// ask: <who> (made|makes) most <saying> [<on> {topic}]
CALL {
  MATCH (s:Statement)-[told:REPORTED_IN]->(article:Article)
  WHERE size($about) = 0
  RETURN s, told, article
  UNION
  UNWIND $about[0] AS called
  MATCH (:Actor {name: called})<-[:MENTIONS]-(article:Article)<-[told:REPORTED_IN]-(s:Statement)
  RETURN DISTINCT s, told, article
}
MATCH (speaker:Actor)-[:SAID]->(s)
WHERE ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
WITH speaker, s, told, article,
     reduce(said = s.text, noun IN coalesce(s.topics, []) | said + ' ' + noun) AS said
WHERE all(word IN $topic WHERE said =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
OPTIONAL MATCH (s)-[:ABOUT]->(target)
WITH speaker, s, told, article, collect(target.name) AS targets
OPTIONAL MATCH (article)-[m:MENTIONS]->(beside:Actor)
WHERE size($about) > 0 AND beside <> speaker AND m.end <= told.end
  AND m.start >= told.start - $before
  AND (size($topic) > 0 OR $before > 0 OR 'Person' IN labels(beside))
WITH speaker, s, article, targets, collect(DISTINCT beside.name) AS named
WHERE all(names IN $about WHERE any(target IN targets + named WHERE target IN names))
OPTIONAL MATCH (s)-[:SAME_AS]->(earliest:Statement)
WITH speaker, s, article, earliest ORDER BY article.published, article.path, s.start
WITH speaker, collect({s: s, article: article})[0] AS first,
     count(DISTINCT coalesce(earliest.id, s.id)) AS statements
WITH speaker, first.s AS s, first.article AS article, statements
RETURN speaker.name AS name, [label IN labels(speaker) WHERE label <> 'Actor'][0] AS type,
       s.text AS text, s.sentence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       null AS start, null AS end, statements
ORDER BY statements DESC, name
LIMIT 10
