// What do articles tell of these events?
// ids: ids of events
UNWIND $ids AS id
MATCH (event:Event {id: id})<-[told:TELLS_OF]-(:Article)
RETURN id, properties(told) AS properties
ORDER BY id, told.id
