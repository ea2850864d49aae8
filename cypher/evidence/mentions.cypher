// The words of articles that mention actors and events.
// ids: ids of articles
UNWIND $ids AS article
MATCH (:Article {id: article})-[r:MENTIONS]->()
RETURN article, r.id AS id, r.text AS words, r.start AS start, r.end AS end
