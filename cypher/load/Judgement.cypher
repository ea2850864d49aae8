// Judgements: what a user said of two names, the same or different.
// rows: [{id, properties}]
UNWIND $rows AS row
MERGE (judgement:Judgement {id: row.id})
SET judgement += row.properties
