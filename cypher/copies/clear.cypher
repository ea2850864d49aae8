// Take out of which others an article is a copy, which are copies of it, and under which keys it is kept.
// rows: [{article}]
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[r:BANDED|COPY_OF]-(other)
DELETE r
WITH DISTINCT other
WHERE other:Key AND NOT EXISTS { MATCH (other)<-[:BANDED]-(:Article) }
DELETE other
