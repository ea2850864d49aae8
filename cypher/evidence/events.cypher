// The words of articles that tell of events.
// ids: ids of articles
UNWIND $ids AS article
MATCH (:Article {id: article})-[r:TELLS_OF]->()
RETURN article, r.id AS id, r.evidence AS words, r.start AS start, r.end AS end
