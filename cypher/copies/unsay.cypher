// Let what articles say without quotation marks be the same as nothing.
// rows: [{id}]: ids of articles
UNWIND $rows AS row
MATCH (:Article {id: row.id})<-[:REPORTED_IN]-(statement:Statement)-[r:SAME_AS]->()
WHERE statement.quote IS NULL
DELETE r
