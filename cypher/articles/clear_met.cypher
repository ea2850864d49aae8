// Take out the meetings that an article tells of.
// article: id of the article
MATCH ()-[r:MET]->()
WHERE r.article = $article
DELETE r
