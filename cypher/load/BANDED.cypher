// Under which keys an article is kept with those that it may be nearly the same as.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (article:Article {id: row.source})
MATCH (key:Key {id: row.target})
MERGE (article)-[r:BANDED {id: row.id}]->(key)
SET r += row.properties
