// Which actors does the graph hold, the most mentioned first?
MATCH (actor:Actor)
OPTIONAL MATCH (:Article)-[mention:MENTIONS]->(actor)
WITH actor, count(mention) AS mentions
RETURN actor.id AS id, actor.name AS name, actor.aliases AS aliases, mentions,
       [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       labels(actor) AS labels, properties(actor) AS properties
ORDER BY mentions DESC, name, id
