// Take out that a place or seat acts for its government where no article says so any more.
// rows: [{id, edge}]: ids of a name, of a relationship
UNWIND $rows AS row
MATCH (name:Name {id: row.id})-[:MEANS]->(:Actor)-[r:ACTS_FOR]->()
WHERE r.id = row.edge AND NOT EXISTS { MATCH (name)<-[calls:CALLS]-(:Article) WHERE calls.actsFor IS NOT NULL }
DELETE r
