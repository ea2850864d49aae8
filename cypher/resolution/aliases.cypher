// All that an actor is called, after some of its names went to another, or out of the graph.
// rows: [{id, aliases, search}]: search holds the names as they are compared
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
SET actor.aliases = row.aliases, actor.search = reduce(lines = '\n', name IN row.search | lines + name + '\n')
