// an article that is a copy of two, or of a later one
MATCH (copy:Article)-[r:COPY_OF]->(first:Article)
WITH copy, count(r) AS times, max(coalesce(toString(first.published), '9999') + first.id) AS latest
WHERE times > 1 OR latest >= coalesce(toString(copy.published), '9999') + copy.id
RETURN copy.id AS id, copy.title AS words
