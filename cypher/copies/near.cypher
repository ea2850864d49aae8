// Which articles are kept under these keys, and of which are they copies?
// keys: ids of keys
UNWIND $keys AS id
MATCH (:Key {id: id})<-[:BANDED]-(article:Article)
WITH DISTINCT article
OPTIONAL MATCH (article)-[r:COPY_OF]->(first:Article)
RETURN article.id AS id, article.signature AS signature, article.published AS published,
       first.id AS first, r.like AS like
ORDER BY id
