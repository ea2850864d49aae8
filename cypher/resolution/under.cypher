// Which names are kept under these keys, and whom do they mean?
// keys: ids of keys
UNWIND $keys AS id
MATCH (:Key {id: id})<-[:UNDER]-(name:Name)
WITH DISTINCT name
OPTIONAL MATCH (name)-[:MEANS]->(actor:Actor)
RETURN properties(name) AS properties, properties(actor) AS actor,
       [label IN labels(actor) WHERE label <> 'Actor'][0] AS type
ORDER BY name.id
