// Which names have these ids, and whom do they mean?
// ids: ids of names
UNWIND $ids AS id
MATCH (name:Name {id: id})
OPTIONAL MATCH (name)-[:MEANS]->(actor:Actor)
RETURN properties(name) AS properties, actor.id AS id, actor.name AS actor, actor.wikidata AS wikidata,
       actor.gender AS gender, actor.named AS named, labels(actor) AS labels
