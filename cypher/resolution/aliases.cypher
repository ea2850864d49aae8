// All that an actor is called, after some of its names went to another.
// rows: [{id, name, aliases, search}]: name is null where it stays; search holds the names as they are compared
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
SET actor.name = coalesce(row.name, actor.name), actor.aliases = row.aliases,
    actor.search = reduce(lines = '\n', name IN row.search | lines + name + '\n')
