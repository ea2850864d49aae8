// Take judgements back.
// rows: [{id}]
UNWIND $rows AS row
MATCH (judgement:Judgement {id: row.id})
DETACH DELETE judgement
