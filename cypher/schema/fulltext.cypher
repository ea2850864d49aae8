// The full-text indexes of Neo4j; those of the embedded server are in embedded.sql, for its Cypher has none.
// For people: CALL db.index.fulltext.queryNodes('names', 'erdogan~') YIELD node RETURN node.name
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Actor|Event) ON EACH [n.search];
CREATE FULLTEXT INDEX statements IF NOT EXISTS FOR (s:Statement) ON EACH [s.search];
CALL db.awaitIndexes(300);
