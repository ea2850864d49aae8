// Which events an article tells of, in which words.
// rows: [{id, source, target, properties}]
UNWIND $rows AS row
MATCH (article:Article {id: row.source})
MATCH (event:Event {id: row.target})
MERGE (article)-[r:TELLS_OF {id: row.id}]->(event)
SET r += row.properties
