// Whom did an actor meet, whom did it accuse, who accused it?
// name: the actor, by its name or an alias
MATCH path = (actor:Actor)-[edge:MET|ACCUSED]-(other:Actor)
WHERE actor.name = $name OR $name IN actor.aliases
RETURN path, type(edge) AS type, edge.modality AS modality, edge.sentence AS sentence,
       toString(edge.published) AS published
ORDER BY published DESC, edge.id
LIMIT 100
