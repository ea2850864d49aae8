// Which names mean this actor?
// actor: id of the actor
MATCH (name:Name)-[:MEANS]->(:Actor {id: $actor})
RETURN properties(name) AS properties
ORDER BY name.id
