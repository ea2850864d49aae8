// an actor whom no article mentions and no name means
MATCH (actor:Actor)
WHERE NOT EXISTS { MATCH (:Article)-[:MENTIONS]->(actor) } AND NOT EXISTS { MATCH (:Name)-[:MEANS]->(actor) }
RETURN actor.id AS id, actor.name AS words
