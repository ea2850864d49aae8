// a name that no article uses, or that does not mean one actor
MATCH (name:Name)
OPTIONAL MATCH (name)-[means:MEANS]->(:Actor)
WITH name, count(means) AS actors
WHERE actors <> 1 OR NOT EXISTS { MATCH (:Article)-[:CALLS]->(name) }
RETURN name.id AS id, name.words AS words
