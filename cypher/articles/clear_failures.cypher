// Forget what could not be read at this place; where it fails again, it is noted again.
// rows: [{path}]
UNWIND $rows AS row
MATCH (failure:Failure {path: row.path})
DELETE failure
