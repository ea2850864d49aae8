// On which day was the newest event that these words describe?
// topic: words that must all stand in the name of the event or in what tells of it, without endings
MATCH (article:Article)-[told:TELLS_OF]->(event:Event)
WHERE event.date IS NOT NULL AND event.datePrecision = 'day'
  AND all(word IN $topic WHERE event.name + ' ' + event.kind + ' ' + told.evidence
          =~ ('(?isU).*\\b(' + word + ')(e|y|s|es|ed|d|ing|ies|ied)?\\b.*'))
RETURN toString(max(event.date)) AS day, event.name AS name
ORDER BY day DESC
LIMIT 1
