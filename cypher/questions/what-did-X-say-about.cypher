// What did an actor say, and about whom or what?
// A statement is about whom its words name, and whom its sentence, or what stands before it, names beside the speaker.
// name: names of the speaker
// about: names of actors, one list for each whom the statement must be about, [] for any
// topic: words that must all stand in the statement or among its topics, as "treaty|pact", without endings; [] for any
// before: characters before the sentence in which those whom it must be about may be named too
// around: true if the topic may stand there too, and not in the statement
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: what did {name} say
// ask: what [<did>] {name} [been] <say> [<hearers>]
// ask: what <did> {name} [been] (quoted|cited|reported) [as] (saying|to have said|to say) [<on> {topic}]
// ask: what [<did>] {name} <say> [<hearers>] <on> {topic}
// ask: what <was> {name} <saying> [<on> {topic}]
// ask: how [<did>] {name} (comment on|react to|respond to|describe|characterise|characterize|justify|explain|view|see|assess|address|answer|portray|refer to|feel about|think of|call) {topic}
// ask: how [<did>] {name} (justify|explain|defend) [himself|herself|itself]
// ask: what [<any>] <saying> [<did>] {name} (make|made|give|gave|have|offer|issue|voice|express) [<on> {topic}]
// ask: (which|what) [are] [<saying>] (by|of|from) {name} [<on> {topic}] [(are|is|were) (there|reported|known|quoted)]
// ask: what [<did>] {name} (call|describe|make of|brand|label) {topic}
// ask: what <was> {name} (quoted|cited|reported) [as] (saying|to have said|to say) [<on> {topic}]
// ask: (what|how) <was> {topic} according to {name}
// ask: what [<did>] {name} (want|demand|expect|promise|threaten|propose|predict|fear|announce|offer|suggest|recommend) [<on>|from] {topic}
// ask: what <was> said by {name} [<on> {topic}]
// ask: what <was> (thing|things|words|statement|remark) {name} <say> [<on> {topic}]
// ask: what <was> <saying> (by|of|from) {name} [<on> {topic}]
// ask: according to {name} [(what|who|how|where|when|why)] [<did>] {topic}
// ask: {name} <on> {topic}
// ask: [everything] (<saying>) (by|of|from) {name} [<on> {topic}]
// ask: what words [<did>] {name} use [for|about] {topic}
// ask: how [<did>] {name} (react|respond) [to {topic}]
// ask: on what [<did>] {name} (comment|speak|talk)
// ask: what [<did>] {name} (comment on|talk about|speak about|spoke about|talked about)
UNWIND $name AS called
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
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, s.start, s.id
LIMIT $limit
