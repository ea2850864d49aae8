// What happened at or during an event, or in an affair that words describe?
// about: names of actors that must have taken part in it, [] for any
// topic: words that must all stand in the event's name or in what tells of it
// ask: what (happened|took place|occurred) (at|during|in) {topic}
// ask: (which|what) (events|meetings|talks|attacks|summits) (were|are) [there] about {topic}
MATCH (article:Article)-[told:TELLS_OF]->(event:Event)
OPTIONAL MATCH (party:Actor)-[:TOOK_PART]->(event)
WITH article, told, event, collect(party) AS parties
WHERE all(name IN $about WHERE any(party IN parties WHERE party.name = name OR name IN party.aliases))
  AND all(word IN $topic WHERE event.name + ' ' + event.kind + ' ' + told.evidence
          =~ ('(?isU).*\\b' + word + '(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
RETURN event.name AS name, 'Event' AS type,
       null AS text, told.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + told.start AS start, article.offset + told.end AS end, event.status AS modality
ORDER BY published, path, start, name
