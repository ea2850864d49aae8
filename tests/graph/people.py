"""Articles that tell of actors, as extraction would make them, and the Names in them."""

import datetime

from extract.annotation import Article, Entity, EntityType, Extraction, Mention, Span, digest
from graph.names import Name, names

Told = tuple[EntityType, str, tuple[str, ...]]


def person(name: str, *aliases: str) -> Told:
    """A person as an article names it; the aliases are titles and other forms."""
    return "Person", name, aliases


def body(name: str, *aliases: str) -> Told:
    return "Organization", name, aliases


def place(name: str, *aliases: str) -> Told:
    return "Place", name, aliases


def article(id: str, day: str | None, *told: Told) -> Extraction:
    """An article that tells of these actors; one whose name begins with "the" is a title alone."""
    text = "\n".join(name for _, name, _ in told)
    entities = []
    at = 0
    for type, name, aliases in told:
        named = not name.startswith("the ")
        key = digest("actor", type, name) if named else digest("actor", id, name)
        mention = Mention(Span(at, at + len(name), name), "name" if named else "title", type)
        entities.append(Entity(key, type, name, (name, *aliases), (mention,), named))
        at += len(name) + 1
    published = datetime.date.fromisoformat(day) if day else None
    page = Article(id, f"{id}.txt", 0, len(text), text, (), published=published)
    return Extraction(page, tuple(entities), (), (), ())


def only(told: Told, day: str | None = "2031-05-04", id: str = "a") -> Name:
    """The Name of an article that tells of one actor."""
    return next(iter(names(article(id, day, told)).values()))
