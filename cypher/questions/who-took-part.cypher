// Who took part in an event?
// about: names of actors or events that the event must be about, [] for any
// topic: words that must all stand in the event's name or in what tells of it
// ask: who (attended|took part in|participated in|was at|were at|joined) {topic}
// ask: who (was|were) present at {topic}
// ask: who will (attend|take part in|participate in) {topic}
// ask: which (leaders|politicians|countries|people|officials) (attended|took part in|participated in|were at) {topic}
MATCH (actor:Actor)-[:TOOK_PART]->(event:Event)<-[told:TELLS_OF]-(article:Article)
OPTIONAL MATCH (party)-[:TOOK_PART|AT]-(event)
WITH actor, event, told, article, collect(party) AS parties
WHERE all(name IN $about WHERE event.name CONTAINS name
          OR any(party IN parties WHERE party.name = name OR name IN party.aliases))
  AND all(word IN $topic WHERE event.name + ' ' + event.kind + ' ' + told.evidence
          =~ ('(?isU).*\\b' + word + '(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       null AS text, told.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + told.start AS start, article.offset + told.end AS end, event.status AS modality
ORDER BY published, path, start, name
