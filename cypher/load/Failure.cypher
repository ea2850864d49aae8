// What could not be read, and why.
// rows: [{id, properties}]
UNWIND $rows AS row
MERGE (failure:Failure {id: row.id})
SET failure += row.properties
