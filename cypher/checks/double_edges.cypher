// a relationship that is there twice, or has no id
MATCH ()-[r]->()
WITH type(r) AS words, r.id AS id, count(*) AS times
WHERE times > 1 OR id IS NULL
RETURN id, words
