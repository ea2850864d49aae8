// Which names are known, and whom do they mean?
// ids: ids of names
MATCH (name:Name)
WHERE name.id IN $ids
OPTIONAL MATCH (name)-[:MEANS]->(actor:Actor)
RETURN properties(name) AS properties, properties(actor) AS actor,
       [label IN labels(actor) WHERE label <> 'Actor'][0] AS type
ORDER BY name.id
