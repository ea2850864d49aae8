// Take out of which others an article is a copy, which are copies of it, and under which keys it is kept.
// rows: [{article}]
UNWIND $rows AS row
MATCH (:Article {id: row.article})-[r:BANDED|COPY_OF]-()
DELETE r
