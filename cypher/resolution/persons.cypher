// Which names of persons are known, and whom do they mean?
MATCH (name:Name)-[:MEANS]->(actor:Actor)
WHERE name.kind IN ['full', 'single']
RETURN properties(name) AS properties, properties(actor) AS actor,
       [label IN labels(actor) WHERE label <> 'Actor'][0] AS type
ORDER BY name.id
