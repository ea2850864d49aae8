// Take an article out.
// rows: [{article}]
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
DETACH DELETE article
