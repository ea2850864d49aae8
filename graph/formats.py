"""A spooled graph as CSV, as GraphML, and as what ``neo4j-admin database import`` takes."""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal
from xml.sax.saxutils import escape, quoteattr

from graph.export import Group, Kind, Spool, labels, write_json_lines
from graph.model import ACTOR_LABELS, GraphError

if TYPE_CHECKING:
    from cypher.database import Database

Form = Literal["jsonl", "csv", "graphml", "neo4j"]

DELIMITER = "\ufdd0"  # stands between the values of a list: a code point that is no character
ARGUMENTS = "arguments.txt"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_KINDS: dict[Kind, str] = {"boolean": "boolean", "long": "long", "double": "double"}


def write(database: "Database", form: Form, out: Path) -> tuple[int, int]:
    """The whole graph into a file (jsonl, graphml) or an empty folder (csv, neo4j); how many nodes and edges.

    Raises GraphError where it cannot be written, DatabaseError.
    """
    try:
        if form == "jsonl":
            with out.open("w", encoding="utf-8", newline="\n") as file:
                return write_json_lines(database, file)
        if form in ("csv", "neo4j"):
            empty_folder(out)
        with Spool(database) as spool:
            if form == "graphml":
                with out.open("w", encoding="utf-8", newline="\n") as file:
                    write_graphml(spool, file)
            elif form == "csv":
                write_csv(spool, out)
            else:
                write_neo4j(spool, out)
            return sum(group.count for group in spool.nodes), sum(group.count for group in spool.edges)
    except OSError as error:
        raise GraphError(f"{out} cannot be written ({error.strerror}); name another place") from error


def empty_folder(folder: Path) -> Path:
    """The folder, made if need be; raises GraphError if there is something in it already."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise GraphError(f"{folder} is not empty; name a folder that is, or none yet")
    return folder


def write_csv(spool: Spool, folder: Path) -> None:
    """A file for the nodes of each label and for the edges of each type, with a header; lists are JSON."""
    for group in spool.nodes:
        with (folder / f"{group.name}.csv").open("w", encoding="utf-8", newline="") as out:
            _write_rows(out, ["id"], [group])
    for name in dict.fromkeys(group.name for group in spool.edges):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            _write_rows(out, ["id", "source", "target"], [each for each in spool.edges if each.name == name])


def _write_rows(out: IO[str], first: Sequence[str], groups: Sequence[Group]) -> None:
    keys = sorted({key for group in groups for key in group.kinds})
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*first, *keys])
    for group in groups:
        for row in group.rows():
            values = [row["properties"].get(key) for key in keys]
            writer.writerow([*(row[key] for key in first), *map(_cell, values)])


def _cell(value: Any) -> Any:
    if isinstance(value, bool | list):
        return json.dumps(value, ensure_ascii=False)
    return value


def write_graphml(spool: Spool, out: IO[str]) -> None:
    """GraphML, nodes before edges; lists are JSON. Characters that XML cannot hold become U+FFFD."""
    out.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    )
    for element, groups in (("node", spool.nodes), ("edge", spool.edges)):
        kinds = {key: _XML_KINDS.get(kind, "string") for group in groups for key, kind in group.kinds.items()}
        kinds |= {"labels": "string"} if element == "node" else {"type": "string"}
        for key, kind in sorted(kinds.items()):
            out.write(f'<key id="{element}.{key}" for="{element}" attr.name="{key}" attr.type="{kind}"/>\n')
    out.write('<graph edgedefault="directed">\n')
    for group in spool.nodes:
        for row in group.rows():
            properties = {"labels": " ".join(labels(group.name)), **row["properties"]}
            out.write(f"<node id={_attribute(row['id'])}>{_data('node', properties)}</node>\n")
    for group in spool.edges:
        for row in group.rows():
            ends = f"source={_attribute(row['source'])} target={_attribute(row['target'])}"
            properties = {"type": group.name, **row["properties"]}
            out.write(f"<edge id={_attribute(row['id'])} {ends}>{_data('edge', properties)}</edge>\n")
    out.write("</graph>\n</graphml>\n")


def _data(element: str, properties: dict[str, Any]) -> str:
    return "".join(
        f'<data key="{element}.{key}">{escape(_xml(value), {chr(13): "&#13;"})}</data>'
        for key, value in properties.items()
    )


def _xml(value: Any) -> str:
    return _NO_XML.sub("\ufffd", str(_cell(value)))


def _attribute(value: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", value))


def write_neo4j(spool: Spool, folder: Path) -> None:
    """The header and data files of neo4j-admin's import, and a file of the arguments that name them all.

    Imported with ``neo4j-admin database import full neo4j @arguments.txt`` in the folder.
    """
    arguments = [
        "--multiline-fields=true",
        "--array-delimiter=U+FDD0",
        "--legacy-style-quoting=false",
        "--id-type=string",
    ]
    for group in spool.nodes:
        family = "Actor" if group.name in ACTOR_LABELS else group.name
        head = f"id:ID({family})"
        arguments.append(f"--nodes={':'.join(labels(group.name))}={_files(folder, group.name, group, head)}")
    for group in spool.edges:
        assert group.ends is not None  # noqa: S101 - edges have ends
        source, target = group.ends.source, group.ends.target
        head = f"id:string,:START_ID({source}),:END_ID({target})"
        name = f"{group.name}.{source}.{target}"
        arguments.append(f"--relationships={group.name}={_files(folder, name, group, head)}")
    (folder / ARGUMENTS).write_text("\n".join(arguments) + "\n", encoding="utf-8")


def _files(folder: Path, name: str, group: Group, head: str) -> str:
    """Write header and data of a group; their names, as the import wants them."""
    keys = sorted(group.kinds)
    header, data = folder / f"{name}.header.csv", folder / f"{name}.csv"
    columns = [head, *(f"{key}:{group.kinds[key]}" for key in keys)]
    header.write_text(",".join(columns) + "\n", encoding="utf-8")
    first = ("id",) if group.ends is None else ("id", "source", "target")
    with data.open("w", encoding="utf-8", newline="") as out:
        for row in group.rows():
            values = [*(row[key] for key in first), *(row["properties"].get(key) for key in keys)]
            out.write(",".join(_fields(values)) + "\n")
    return f"{header.name},{data.name}"


def _fields(values: Sequence[Any]) -> Iterator[str]:
    """Values as the import reads them: nothing is null, "" the empty string or list."""
    for value in values:
        if value is None:
            yield ""
            continue
        if isinstance(value, list):
            text = DELIMITER.join(str(each).replace(DELIMITER, "\ufffd") for each in value)
        else:
            text = ("true" if value else "false") if isinstance(value, bool) else str(value)
        yield '"' + text.replace('"', '""') + '"'
