// Forget what is known of events; all that articles tell of them is loaded anew.
// rows: [{id}]
UNWIND $rows AS row
MATCH (event:Event {id: row.id})
SET event = {id: row.id}
