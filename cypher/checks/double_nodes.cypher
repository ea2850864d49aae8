// a node that is there twice, or has no id
MATCH (n)
WITH n.id AS id, count(*) AS times, min(labels(n)[0]) AS words
WHERE times > 1 OR id IS NULL
RETURN id, words
