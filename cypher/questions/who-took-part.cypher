// Who took part in an event?
// about: names of actors, one list for each who must have taken part or be named in it, [] for any
// topic: words that must all stand in the name of the event or in what tells of it, without endings; [] for any
// since: the first day, as "2025-08-01", null for any
// until: the last day, null for any
// outlets: outlets of the article, [] for any
// order: "first" or "last" for the earliest or the latest that is dated, null for all
// limit: how many rows at most
// ask: who took part in {topic}
// ask: <who> [<did>] (attended|attend|took part in|take part in|participated in|participate in|was at|were at|joined|join|was involved in|were involved in) {topic}
// ask: <who> (was|were) (present|there) (at|in|during) {topic}
// ask: <who> will (attend|take part in|participate in|join) {topic}
// ask: (participants|attendees|guests) (of|at|in) {topic}
MATCH (actor:Actor)-[:TOOK_PART]->(event:Event)<-[told:TELLS_OF]-(article:Article)
WHERE ($since IS NULL OR coalesce(event.date, article.published) >= date($since))
  AND ($until IS NULL OR coalesce(event.date, article.published) <= date($until))
  AND (size($outlets) = 0 OR article.source IN $outlets)
  AND ($order IS NULL OR coalesce(event.date, article.published) IS NOT NULL)
OPTIONAL MATCH (party:Actor)-[:TOOK_PART|AT]-(event)
WITH article, told, event, actor, collect(party.name) AS parties
WHERE all(names IN $about WHERE any(name IN names WHERE event.name CONTAINS name)
          OR any(party IN parties WHERE party IN names))
  AND all(word IN $topic WHERE event.name + ' ' + event.kind + ' ' + told.evidence
          =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
RETURN actor.name AS name, [label IN labels(actor) WHERE label <> 'Actor'][0] AS type,
       null AS text, told.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + told.start AS start, article.offset + told.end AS end, event.status AS modality
ORDER BY CASE $order WHEN 'last' THEN published END DESC, published, path, start, name
LIMIT $limit
