// Which names are known, and whom do they mean?
// ids: ids of names
UNWIND $ids AS id
MATCH (name:Name {id: id})
OPTIONAL MATCH (name)-[:MEANS]->(actor:Actor)
RETURN properties(name) AS properties, properties(actor) AS actor,
       [label IN labels(actor) WHERE label <> 'Actor'][0] AS type
ORDER BY name.id
