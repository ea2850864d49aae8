// Which article is nearly the same text as which earlier one. One that has no such edge counts:
// WHERE NOT EXISTS { (article)-[:COPY_OF]->() }
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (copy:Article {id: row.source})
MATCH (article:Article {id: row.target})
MERGE (copy)-[r:COPY_OF {id: row.id}]->(article)
SET r += row.properties
