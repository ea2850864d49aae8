// What do all articles say of these names?
// ids: ids of names
UNWIND $ids AS id
MATCH (:Name {id: id})<-[calls:CALLS]-(:Article)
RETURN id, collect(DISTINCT calls.forms) AS forms, collect(DISTINCT calls.aliases) AS aliases,
       collect(DISTINCT calls.titles) AS titles, collect(DISTINCT calls.offices) AS offices,
       collect(DISTINCT calls.years) AS years
