// How many statements did an actor make, or are there about actors or a topic?
// What several outlets quote is counted once; there is a row for each of them.
// name: names of the speaker, [] for anybody
// about: names of actors, one list for each whom the statement must be about, [] for any
// topic: words that must all stand in the statement or among its topics, as "treaty|pact", without endings; [] for any
// before: characters before the sentence in which those whom it must be about may be named too
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: how many statements did {name} make
// ask: how many (<saying>|times) [<did>] {name} (make|made|say|said|give|speak|comment|issue|talk) [<on> {topic}]
// ask: how often [<did>] {name} (<say>) [<on> {topic}]
// ask: how many [times] (<saying>) (are|were|is|was) there [by|from|of] {name} [<on> {topic}]
// ask: how many (<saying>) (are|were|is|was) there <on> {topic}
// ask: how many (<saying>) (by|from|of) {name} [(are|were|is|was) there]
// ask: how many people <speak-of> {topic}
// ask: how (often|many times) <was> {name} (quoted|cited) [<on> {topic}]
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
WHERE (size($name) = 0 OR speaker.name IN $name)
  AND ($since IS NULL OR article.published >= date($since))
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
WITH collect({speaker: speaker, s: s, article: article}) AS found,
     count(DISTINCT coalesce(earliest.id, s.id)) AS statements
UNWIND found AS each
WITH each.speaker AS speaker, each.s AS s, each.article AS article, statements,
     substring(each.article.text, each.s.start, size(each.s.text)) = each.s.text AS whole
RETURN speaker.name AS name, [label IN labels(speaker) WHERE label <> 'Actor'][0] AS type,
       s.text AS text, s.sentence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       CASE WHEN whole THEN article.offset + s.start END AS start,
       CASE WHEN whole THEN article.offset + s.end END AS end, statements AS value
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, s.start, s.id
LIMIT $limit
