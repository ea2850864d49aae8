// What does MinHash say of every article, of which is it a copy and which one does it repeat?
MATCH (article:Article)
OPTIONAL MATCH (article)-[r:COPY_OF]->(first:Article)
RETURN article.id AS id, coalesce(article.title, article.path) AS words, article.published AS published,
       article.signature AS signature, first.id AS first, r.like AS like
ORDER BY id, first
