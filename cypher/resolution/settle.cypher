// What an actor is best known by, and its number in Wikidata and gender where the table of offices tells them.
// rows: [{id, name, wikidata, gender, named}]
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
SET actor.name = row.name, actor.wikidata = row.wikidata, actor.gender = row.gender, actor.named = row.named
