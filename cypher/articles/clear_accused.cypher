// Take out the accusations that an article tells of.
// article: id of the article
MATCH ()-[r:ACCUSED]->()
WHERE r.article = $article
DELETE r
