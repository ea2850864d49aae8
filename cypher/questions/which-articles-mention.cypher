// Which articles mention an actor, and where for the first time?
// name: the actor
// ask: (which|what) (articles|stories|reports|files|outlets|news) (mention|name|cover|quote|report on|write about|wrote about|are about|tell of|speak of) {name}
// ask: (in which|in what) (articles|stories|reports) (is|was|does|are) {name} (mentioned|named|appear|quoted)
// ask: where (is|was|are) {name} mentioned
// ask: who (wrote|reported) (about|on) {name}
MATCH (article:Article)-[m:MENTIONS]->(actor:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases) AND m.kind <> 'pronoun'
WITH actor, article, m ORDER BY m.start
WITH actor, article, collect(m)[0] AS first
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       first.text AS text, null AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + first.start AS start, article.offset + first.end AS end
ORDER BY published, path, start
