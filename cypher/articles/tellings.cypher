// What do articles tell of these events?
// ids: ids of events
UNWIND $ids AS id
MATCH (event:Event {id: id})<-[told:TELLS_OF]-(:Article)
RETURN DISTINCT id, told.name AS name, told.kind AS kind, told.status AS status, told.date AS date,
       told.datePrecision AS datePrecision, told.dateWords AS dateWords
ORDER BY id, name, kind, status, date, datePrecision, dateWords
