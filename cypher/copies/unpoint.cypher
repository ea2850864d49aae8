// Make an article a copy of none.
// rows: [{id}]
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[r:COPY_OF]->()
DELETE r
