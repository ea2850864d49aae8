// Which actors does the graph hold, under which names and titles, in how many articles of which outlets?
// ids: ids of actors, null for all
MATCH (actor:Actor)
WHERE actor.named AND ($ids IS NULL OR actor.id IN $ids)
OPTIONAL MATCH (article:Article)-[mention:MENTIONS]->(actor)
WITH actor, count(mention) AS mentions, count(DISTINCT article) AS articles,
     collect(DISTINCT article.source) AS outlets
OPTIONAL MATCH (name:Name)-[:MEANS]->(actor)
WITH actor, mentions, articles, outlets, collect(name.titles) AS titles
RETURN actor.id AS id, actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       actor.aliases AS aliases, actor.wikidata AS wikidata, titles, mentions, articles, outlets
ORDER BY mentions DESC, name, id
