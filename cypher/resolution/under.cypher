// Which names are kept under these keys, and whom do they mean? A name is told for each of its keys.
// keys: ids of keys
UNWIND $keys AS id
MATCH (:Key {id: id})<-[:UNDER]-(name:Name)
OPTIONAL MATCH (name)-[:MEANS]->(actor:Actor)
RETURN properties(name) AS properties, actor.id AS id, actor.name AS actor, actor.wikidata AS wikidata,
       actor.gender AS gender, actor.named AS named, labels(actor) AS labels
