// What are these actors known as?
// ids: ids of actors
UNWIND $ids AS id
MATCH (actor:Actor {id: id})
RETURN id, actor.name AS name
ORDER BY id
