// When did an event take place? Dates as exact as the article gives them.
// about: names of actors that must have taken part in it, [] for any
// topic: words that must all stand in the event's name or in what tells of it
// ask: (when|on which day|on what date) (did|was|were|is|are|will) {topic} (take place|held|happen|occur|be held|begin|start)
// ask: (when|on which day|on what date) (was|were|is|are) {topic}
MATCH (article:Article)-[told:TELLS_OF]->(event:Event)
WHERE event.date IS NOT NULL
OPTIONAL MATCH (party:Actor)-[:TOOK_PART]->(event)
WITH article, told, event, collect(party) AS parties
WHERE all(name IN $about WHERE any(party IN parties WHERE party.name = name OR name IN party.aliases))
  AND all(word IN $topic WHERE event.name + ' ' + event.kind + ' ' + told.evidence
          =~ ('(?isU).*\\b' + word + '(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
RETURN event.name AS name, 'Event' AS type,
       null AS text, told.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + told.start AS start, article.offset + told.end AS end, event.status AS modality,
       left(toString(event.date), CASE event.datePrecision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS value
ORDER BY value, published, path, start
