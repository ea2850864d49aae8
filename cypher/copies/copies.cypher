// Which articles are copies of these, and which one does each repeat?
// ids: ids of articles
UNWIND $ids AS id
MATCH (copy:Article)-[r:COPY_OF]->(:Article {id: id})
RETURN copy.id AS id, r.like AS like
ORDER BY id
