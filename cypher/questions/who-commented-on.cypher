// Who spoke about actors or a topic, and in which words?
// A statement is about whom its words name, and whom its sentence, or what stands before it, names beside the speaker.
// about: names of actors, one list for each whom the statement must be about, [] for any
// topic: words that must all stand in the statement or among its topics, as "treaty|pact", without endings; [] for any
// before: characters before the sentence in which those whom it must be about may be named too
// around: true if the topic may stand there too, and not in the statement
// types: labels that the actor of a row must have one of, as "Person", [] for any
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who commented on {topic}
// ask: <who> [<did>] <speak-of> {topic}
// ask: <who> [<did>] (comment|say <any>|say|speak|talk|remark) <on> {topic}
// ask: <who> [<did>] <judge> {topic}
// ask: <who> [<did>] <claims> [<that>] {topic}
// ask: what <was> (said|told|stated|reported|known|written) <on> {topic}
// ask: what [<did>] (people|politicians|leaders|others|they|articles|reports|media|officials|everyone) <say> <on> {topic}
// ask: <who> <was> (quoted|cited) <on> {topic}
// ask: <who> <was> (against|in favour of|in favor of) {topic}
// ask: <who> [<did>] (offer|offered|send|sent|extend|extended) {topic}
// ask: (whose|which|what) [<any>] <saying> (are|were|is|was|deal with|concern|address) [there] [<on>] {topic}
// ask: (which|what) [<any>] <saying> (were|was|have been|are|is) (made|given|reported|there|voiced) <on> {topic}
// ask: what <was> [<saying>] <saying> <on> {topic}
// ask: according to (whom|who) [<was>] {topic}
// ask: [<any>] <saying> <on> {topic}
// ask: how [<did>] (people|politicians|leaders|world|others|officials|critics) (react|respond) to {topic}
// ask: (are|were|was|is|have) there [been] [<any>] <saying> <on> {topic}
// ask: <who> <was> (speaking|talking|commenting) <on> {topic}
// ask: in whose (opinion|view|words) [<was>] {topic}
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
  AND (size($types) = 0 OR any(label IN labels(speaker) WHERE label IN $types))
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
  AND (size($topic) > 0 OR $before > 0 OR 'Person' IN labels(beside))
WITH speaker, s, article, targets, collect(DISTINCT beside.name) AS named
WHERE all(names IN $about WHERE any(target IN targets + named WHERE target IN names))
WITH speaker, s, article, substring(article.text, s.start, size(s.text)) = s.text AS whole
RETURN speaker.name AS name, [label IN labels(speaker) WHERE label <> 'Actor'][0] AS type,
       s.text AS text, s.sentence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       CASE WHEN whole THEN article.offset + s.start END AS start,
       CASE WHEN whole THEN article.offset + s.end END AS end, s.denied AS denied
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, s.start, s.id
LIMIT $limit
