// Who is this? The names and titles an actor goes by, with the first place where each stands in an article.
// name: the actor
// ask: who (is|was|are) {name}
// ask: what (is|was|are|were) {name}
// ask: what (names|titles|aliases) does {name} (have|go by|bear)
// ask: (tell me about|tell me who is) {name}
MATCH (article:Article)-[m:MENTIONS]->(actor:Actor)
WHERE (actor.name = $name OR $name IN actor.aliases) AND m.kind <> 'pronoun'
WITH actor, article, m ORDER BY m.start
WITH actor, article, m.text AS text, collect(m)[0] AS first
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       text, null AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + first.start AS start, article.offset + first.end AS end, actor.aliases AS aliases
ORDER BY published, path, start
