// Articles, by what they hold: the same text is the same article.
// rows: [{id, properties}]
UNWIND $rows AS row
MERGE (article:Article {id: row.id})
SET article += row.properties
