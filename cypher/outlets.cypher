// Which of these are outlets that articles come from?
// names: names as they are written
UNWIND $names AS name
MATCH (article:Article {source: name})
RETURN DISTINCT name
ORDER BY name
