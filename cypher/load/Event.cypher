// Events, as all articles together know them, whichever was read first.
// rows: [{id, name, kind, status, date, datePrecision, dateWords, plover, cameo, search}]
// Of two tellings the earlier date holds, of two equal ones the more precise; what happened outranks what was planned.
UNWIND $rows AS row
MERGE (event:Event {id: row.id})
WITH event, row,
     coalesce(toString(row.date), '9999') + coalesce(row.datePrecision, '~') + coalesce(row.dateWords, '~') AS new,
     coalesce(toString(event.date), '9999') + coalesce(event.datePrecision, '~') + coalesce(event.dateWords, '~') AS old
SET event.name = CASE WHEN event.name > row.name THEN event.name ELSE row.name END,
    event.search = CASE WHEN event.name > row.name THEN event.search ELSE row.search END,
    event.kind = CASE WHEN event.kind < row.kind THEN event.kind ELSE row.kind END,
    event.plover = CASE WHEN row.plover IS NULL OR event.plover < row.plover THEN event.plover ELSE row.plover END,
    event.cameo = CASE WHEN row.cameo IS NULL OR event.cameo < row.cameo THEN event.cameo ELSE row.cameo END,
    event.status = [status IN ['happened', 'planned', 'proposed', 'unlikely', 'denied', 'asserted']
                    WHERE status IN [event.status, row.status]][0],
    event.date = CASE WHEN new < old THEN row.date ELSE event.date END,
    event.datePrecision = CASE WHEN new < old THEN row.datePrecision ELSE event.datePrecision END,
    event.dateWords = CASE WHEN new < old THEN row.dateWords ELSE event.dateWords END
