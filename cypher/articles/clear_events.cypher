// Take out events that no article tells of any more, and of the others who took part as none tells any more.
// rows: [{id}]
UNWIND $rows AS row
MATCH (event:Event {id: row.id})
OPTIONAL MATCH (event)<-[told:TELLS_OF]-(:Article)
WITH event, collect(told.holds) AS held
OPTIONAL MATCH (event)-[r:TOOK_PART|AT]-(:Actor)
WHERE NOT any(ids IN held WHERE r.id IN ids)
DELETE r
WITH DISTINCT event, held
WHERE held = [] AND NOT EXISTS { MATCH (event)<-[:TELLS_OF]-(:Article) }
DETACH DELETE event
