// Which statements did an actor make, the newest first?
// actor: id of the speaker
// other: id of the actor that the statements are about; null for any
// limit: how many at most
MATCH (:Actor {id: $actor})-[:SAID]->(statement:Statement)
WHERE $other IS NULL OR EXISTS { MATCH (statement)-[:ABOUT]->(:Actor {id: $other}) }
RETURN DISTINCT statement.id AS id, coalesce(toString(statement.published), '') AS published
ORDER BY published DESC, id
LIMIT $limit
