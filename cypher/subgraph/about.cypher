// Which statements are about an actor, the newest first?
// actor: id of the actor they are about
// limit: how many at most
MATCH (:Actor {id: $actor})<-[:ABOUT]-(statement:Statement)
RETURN DISTINCT statement.id AS id, coalesce(toString(statement.published), '') AS published
ORDER BY published DESC, id
LIMIT $limit
