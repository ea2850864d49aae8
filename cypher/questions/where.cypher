// Where did an event take place?
// about: names of actors that must have taken part in it, [] for any
// topic: words that must all stand in the event's name or in what tells of it
// ask: where (did|was|were|is|are|will) {topic} (take place|held|happen|occur|be held)
// ask: (in which|in what|at which) (city|country|place) (did|was|were) {topic} (take place|held|happen|occur)
MATCH (article:Article)-[told:TELLS_OF]->(event:Event)-[:AT]->(place:Place)
OPTIONAL MATCH (party:Actor)-[:TOOK_PART]->(event)
WITH article, told, event, place, collect(party) AS parties
WHERE all(name IN $about WHERE any(party IN parties WHERE party.name = name OR name IN party.aliases))
  AND all(word IN $topic WHERE event.name + ' ' + event.kind + ' ' + told.evidence
          =~ ('(?isU).*\\b' + word + '(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
RETURN place.name AS name, 'Place' AS type,
       null AS text, told.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + told.start AS start, article.offset + told.end AS end, event.status AS modality,
       place.name AS value
ORDER BY published, path, start, name
