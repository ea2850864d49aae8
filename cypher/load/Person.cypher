// People, as all articles together know them, whichever was read first.
// rows: [{id, name, named, aliases, search}]: search holds the names as they are compared
// Of two spellings of one name the greater wins: it has the accents, and no capitals throughout.
// A MERGE on two labels would read all nodes of the second one: the embedded server looks up by one only.
UNWIND $rows AS row
OPTIONAL MATCH (known:Actor {id: row.id})
FOREACH (id IN CASE WHEN known IS NULL THEN [row.id] ELSE [] END | CREATE (:Actor:Person {id: id}))
WITH row
MATCH (actor:Actor {id: row.id})
SET actor.name = CASE WHEN actor.name > row.name THEN actor.name ELSE row.name END,
    actor.named = coalesce(actor.named, false) OR row.named,
    actor.aliases = COLLECT {
      UNWIND coalesce(actor.aliases, []) + row.aliases AS alias
      RETURN DISTINCT alias ORDER BY alias
    },
    actor.search = reduce(lines = '\n', name IN COLLECT {
      UNWIND split(coalesce(actor.search, ''), '\n') + row.search AS name
      WITH name WHERE name <> ''
      RETURN DISTINCT name ORDER BY name
    } | lines + name + '\n')
