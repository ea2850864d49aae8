// What an article calls somebody, and what it says of who bears the name: its share of a Name.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (article:Article {id: row.source})
MATCH (name:Name {id: row.target})
MERGE (article)-[r:CALLS {id: row.id}]->(name)
SET r += row.properties
