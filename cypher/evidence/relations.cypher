// The words of articles that hold meetings and accusations.
// ids: ids of articles
MATCH ()-[r:MET|ACCUSED]->()
WHERE r.article IN $ids
RETURN r.article AS article, r.id AS id, r.evidence AS words, r.start AS start, r.end AS end
