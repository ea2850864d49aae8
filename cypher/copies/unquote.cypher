// Let statements be the same as none.
// rows: [{id}]: ids of statements
UNWIND $rows AS row
MATCH (:Statement {id: row.id})-[r:SAME_AS]->()
DELETE r
