// Which events are told of, and who took part?
MATCH (actor:Actor)-[part:TOOK_PART]->(event:Event)
OPTIONAL MATCH (event)-[at:AT]->(place:Place)
RETURN actor, part, event, at, place, event.name AS name, event.status AS status, toString(event.date) AS date
ORDER BY date DESC, event.id
LIMIT 100
