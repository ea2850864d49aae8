// Which names of persons are known, and whom do they mean?
MATCH (name:Name)-[:MEANS]->(actor:Actor)
WHERE name.kind IN ['full', 'single']
RETURN properties(name) AS properties, actor.id AS id, actor.name AS actor, actor.wikidata AS wikidata,
       actor.gender AS gender, actor.named AS named, labels(actor) AS labels
ORDER BY name.id
