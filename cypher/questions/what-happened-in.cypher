// What happened at a place?
// place: the place
// ask: what (happened|took place|occurred) (in|at|on|near) {place}
// ask: what has (happened|taken place|occurred) (in|at|on|near) {place}
// ask: (which|what) events (happened|took place|occurred|were held|are told of) (in|at|on|near) {place}
// ask: (which|what) (meetings|talks|summits|negotiations) (took place|were held|happened) (in|at) {place}
MATCH (place:Place)<-[:AT]-(event:Event)<-[told:TELLS_OF]-(article:Article)
WHERE place.name = $place OR $place IN place.aliases
RETURN event.name AS name, 'Event' AS type,
       null AS text, told.evidence AS evidence, article.path AS path, article.title AS title,
       toString(article.published) AS published, article.source AS source,
       article.offset + told.start AS start, article.offset + told.end AS end, event.status AS modality
ORDER BY published, path, start
