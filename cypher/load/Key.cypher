// Keys under which like names are kept, so that a new one is compared with those only.
// rows: [{id, properties}]
UNWIND $rows AS row
MERGE (key:Key {id: row.id})
SET key += row.properties
