// What does MinHash say of these articles, and of which are they copies?
// ids: ids of articles
UNWIND $ids AS id
MATCH (article:Article {id: id})
OPTIONAL MATCH (article)-[r:COPY_OF]->(first:Article)
RETURN id, article.signature AS signature, article.published AS published, first.id AS first, r.like AS like,
       EXISTS { MATCH (article)<-[:COPY_OF]-(:Article) } AS copies
ORDER BY id
