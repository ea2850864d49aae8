// a meeting or an accusation of no article
MATCH ()-[r:MET|ACCUSED]->()
OPTIONAL MATCH (article:Article {id: r.article})
WITH r, article
WHERE article IS NULL
RETURN r.id AS id, r.evidence AS words
