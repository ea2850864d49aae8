// How many articles mention an actor?
// name: the actor
// ask: how many (articles|stories|reports|files) (mention|name|quote|report on|write about|are about) {name}
// ask: in how many (articles|stories|reports) (is|was|does|are) {name} (mentioned|named|appear|quoted)
// ask: how often (is|was) {name} mentioned
MATCH (article:Article)-[m:MENTIONS]->(actor:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases) AND m.kind <> 'pronoun'
WITH actor, article, m ORDER BY m.start
WITH actor, article, collect(m)[0] AS first
WITH collect({actor: actor, article: article, first: first}) AS found, count(DISTINCT article) AS articles
UNWIND found AS each
WITH each.actor AS actor, each.article AS article, each.first AS first, articles
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       first.text AS text, null AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + first.start AS start, article.offset + first.end AS end, articles AS value
ORDER BY published, path, start
