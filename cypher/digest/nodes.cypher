// All that the graph holds, but whose turn it is to write.
MATCH (n)
WHERE NOT n:Lock
RETURN labels(n) AS labels, properties(n) AS properties
