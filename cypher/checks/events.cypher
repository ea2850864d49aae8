// an event of which no article tells
MATCH (event:Event)
WHERE NOT EXISTS { MATCH (:Article)-[:TELLS_OF]->(event) }
RETURN event.id AS id, event.name AS words
