// Which events does the graph hold, the newest first?
// limit: how many at most
MATCH (event:Event)
RETURN event.id AS id, coalesce(toString(event.date), '') AS date
ORDER BY date DESC, id
LIMIT $limit
