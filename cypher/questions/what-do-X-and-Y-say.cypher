// What did each of two actors say on a topic?
// What they said stands side by side; whether they agree is for the reader to see.
// name: names of one
// other: names of the other
// about: names of actors, one list for each whom the statement must be about, [] for any
// topic: words that must all stand in the statement or among its topics, as "treaty|pact", without endings; [] for any
// before: characters before the sentence in which those whom it must be about may be named too
// around: true if the topic may stand there too, and not in the statement
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: what did {name} and {other} say about {topic}
// ask: what [<did>] {name} and {other} <say> [<on> {topic}]
// ask: how [<did>] {name} and {other} (differ|disagree|agree|compare) [<on> {topic}]
// ask: compare {name} (and|with|to) {other} [<on> {topic}]
// ask: compare what {name} and {other} <say> [<on> {topic}]
// ask: what <was> {name} and {other} <saying> [<on> {topic}]
// ask: what <was> (difference|differences|disagreement) between {name} and {other} [<on> {topic}]
// ask: on what [<did>] {name} and {other} (agree|disagree|differ)
// ask: [<did>] {name} (agree|disagree) with {other} <on> {topic}
// ask: [<did>] {name} and {other} (agree|disagree) <on> {topic}
UNWIND $name + $other AS called
MATCH (speaker:Actor {name: called})-[:SAID]->(s:Statement)-[told:REPORTED_IN]->(article:Article)
WHERE ($since IS NULL OR article.published >= date($since))
  AND ($until IS NULL OR article.published <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR article.published IS NOT NULL)
WITH speaker, s, told, article,
     reduce(said = CASE WHEN $around THEN substring(article.text, CASE WHEN told.start > $before
                                                                       THEN told.start - $before ELSE 0 END,
                                                    told.end - told.start + $before)
                        ELSE s.text END, noun IN coalesce(s.topics, []) | said + ' ' + noun) AS said
WHERE all(word IN $topic WHERE said =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
OPTIONAL MATCH (s)-[:ABOUT]->(target)
WITH speaker, s, told, article, collect(target.name) AS targets
OPTIONAL MATCH (article)-[m:MENTIONS]->(beside:Actor)
WHERE size($about) > 0 AND beside <> speaker AND m.end <= told.end
  AND m.start >= told.start - $before
WITH speaker, s, article, targets, collect(DISTINCT beside.name) AS named
WHERE all(names IN $about WHERE any(target IN targets + named WHERE target IN names))
WITH speaker, s, article, substring(article.text, s.start, size(s.text)) = s.text AS whole
RETURN speaker.name AS name, [label IN labels(speaker) WHERE label <> 'Actor'][0] AS type,
       s.text AS text, s.sentence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       CASE WHEN whole THEN article.offset + s.start END AS start,
       CASE WHEN whole THEN article.offset + s.end END AS end, s.denied AS denied
ORDER BY name, CASE $order WHEN 'last' THEN published END DESC, published, path, s.start, s.id
LIMIT $limit
