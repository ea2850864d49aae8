// Statements, each as one article reports it.
// rows: [{id, properties}]
UNWIND $rows AS row
MERGE (statement:Statement {id: row.id})
SET statement += row.properties
