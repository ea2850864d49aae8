// Articles, as they are now: the id tells which article it is, the version which text.
// rows: [{id, properties}]
UNWIND $rows AS row
MERGE (article:Article {id: row.id})
SET article += row.properties
