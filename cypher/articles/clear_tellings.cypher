// Take out whom an article mentions and calls by which name, and what it tells of events.
// rows: [{article}]
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[r:MENTIONS|CALLS|TELLS_OF]->()
DELETE r
