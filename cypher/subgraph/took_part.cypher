// In which events did an actor take part, or which took place at it?
// actor: id of the actor
// other: id of another who took part in them; null for any
// limit: how many at most
MATCH (:Actor {id: $actor})-[:TOOK_PART|AT]-(event:Event)
WHERE $other IS NULL OR EXISTS { MATCH (event)-[:TOOK_PART|AT]-(:Actor {id: $other}) }
RETURN DISTINCT event.id AS id, coalesce(toString(event.date), '') AS date
ORDER BY date DESC, id
LIMIT $limit
