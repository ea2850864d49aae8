// Keep every other transaction that reads before it writes waiting until this one is over.
// rows: [{id}]
UNWIND $rows AS row
MERGE (lock:Lock {id: row.id})
SET lock.turn = coalesce(lock.turn, 0) + 1
