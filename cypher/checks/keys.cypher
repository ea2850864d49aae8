// a key that keeps nothing
MATCH (key:Key)
WHERE NOT EXISTS { MATCH (key)<--() }
RETURN key.id AS id, key.id AS words
