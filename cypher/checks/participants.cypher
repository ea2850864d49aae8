// one who took part in an event, or a place of it, as no article tells
MATCH (event:Event)-[r:TOOK_PART|AT]-(actor:Actor)
WHERE NOT EXISTS { MATCH (event)<-[told:TELLS_OF]-(:Article) WHERE r.id IN told.holds }
RETURN r.id AS id, actor.name + ', ' + event.name AS words
