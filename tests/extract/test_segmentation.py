"""Which lines are an article, and which are boilerplate."""

from datetime import date

import pytest

from extract.segmentation import Segment, segments

LEAD = "The finance minister of Karstavia, Ana Berg, denied on Friday that talks with the rebels were held."
MORE = "She said that nobody in the government had been asked, and that none would be."


def words(text: str, segment: Segment, *kinds: str) -> list[str]:
    return [text[p.start : p.end] for p in segment.paragraphs if not kinds or p.kind in kinds]


def only(text: str) -> Segment:
    (segment,) = segments(text)
    return segment


@pytest.mark.parametrize(
    "line",
    [
        "Home World Politics Business",
        "Share",
        "Follow us on Facebook",
        "Subscribe to our newsletter",
        "We use cookies to improve this site.",
        "Advertisement",
        "Read more: Rebels win a battle",
        "Related articles",
        "By Jane Doe and John Roe",
        "Photo: Jane Doe",
        "Rebels march through Velmar on Friday. (AFP Photo)",
        "Rebels march through Velmar © Reuters / Jane Doe",
        "August 1, 2025 05:26 PM GMT+03:00",
        "16 minutes ago",
        "Please enable JavaScript to view this page.",
        "3 min read",
        "12 Comments",
        "* * *",
        "![A minister](minister.jpg)",
    ],
)
def test_boilerplate_is_no_paragraph(line: str) -> None:
    text = f"{LEAD}\n\n{line}\n\n{MORE}"
    assert words(text, only(text)) == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Cookies were served, and the rebels ate them.",
        "The photo shows the minister at the table of the rebels, the paper reported.",
        "“Share the burden,” she said.",
        "He subscribed to no newsletter, he told the court.",
        "Twitter said that it would not close the account of the minister.",
        "The Reuters/Karst poll showed her ahead of the others by five points.",
        "By Monday the rebels had left.",
        "On August 1, 2025, the rebels left.",
        "She asked:",
        "- Peace by the end of the year",
    ],
)
def test_prose_is_a_paragraph(line: str) -> None:
    text = f"{LEAD}\n\n{line}\n\n{MORE}"
    assert words(text, only(text))[1].endswith(line.removeprefix("- "))


def test_kinds_of_paragraph() -> None:
    text = f"Minister denies talks with rebels\n\n{LEAD}\n\nNobody was asked\n\n{MORE}"
    assert [p.kind for p in only(text).paragraphs] == ["title", "body", "heading", "body"]


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Minister denies talks with rebels", "Minister denies talks with rebels"),
        ("# Minister denies talks with rebels", "Minister denies talks with rebels"),
        ("Minister Denies Talks With Rebels.", "Minister Denies Talks With Rebels."),
        (
            "Minister denies talks with rebels\nMinister denies talks with rebels",
            "Minister denies talks with rebels",
        ),
        ("The Varnholm Courier\nLatest videos here\nMinister denies talks", "Minister denies talks"),
        ("Title: Minister denies talks", "Minister denies talks"),
        ("The rebels had claimed on Thursday that Ms. Berg met them twice in the last two weeks.", None),
        ("", None),
    ],
)
def test_title(top: str, title: str | None) -> None:
    assert only(f"{top}\n\n{LEAD}\n\n{MORE}").title == title


def test_repeated_caption_is_left_out() -> None:
    caption = "Rebels march through the capital on Friday."
    text = f"{LEAD}\n\n{caption}\n{caption}\n\n{MORE}"
    assert words(text, only(text)) == [LEAD, MORE]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The finance minister denied on Friday that talks with the\n"
        "rebels were held in the capital, and she said that there\n"
        "would be none.\n\nNobody had asked her."
    )
    assert len(only(text).paragraphs) == 2


def test_what_is_below_the_article_is_left_out() -> None:
    text = (
        f"{LEAD}\n{MORE}\nComments (2)\nbob\nI never believed her, and I never will.\nReply\n"
        "Most read\nMinister travels abroad"
    )
    assert words(text, only(text)) == [LEAD, MORE]


def test_bounds_are_tight() -> None:
    text = f"Menu\n\nMinister denies talks\n{LEAD}\n\nLeave a Reply\n"
    segment = only(text)
    assert text[segment.start : segment.end] == f"Minister denies talks\n{LEAD}"


SECOND = "The rebels have named Rolf Tann, a former teacher, as their new leader, a spokesman said on Sunday."


@pytest.mark.parametrize(
    "between",
    [
        "Rebels name new leader Tann\nBy Jane Doe\nAugust 3, 2025",
        "Courier\n16 minutes ago\nRebels name new leader Tann",
        "Leave a Reply\nYour email address will not be published.\nRebels name new leader Tann",
        "==========\nRebels name new leader Tann",
        "A former teacher is the new leader of the rebels, their spokesman has said",
    ],
)
def test_two_articles(between: str) -> None:
    text = f"Minister denies talks with rebels\n{LEAD}\n{MORE}\n{between}\n{SECOND}\n"
    first, second = segments(text)
    assert words(text, first, "body") == [LEAD, MORE]
    assert words(text, second, "body") == [SECOND]
    assert second.title is not None


@pytest.mark.parametrize(
    "between",
    [
        "A new leader",
        "“We have a new leader and he is a former teacher, as we said”",
        "Related articles\nRebels win a battle\nRebels lose a battle",
        "9:15 p.m.",
        "— Rolf Tann (@tann) August 3, 2025",
        "Share\nPrint",
        "The weather in the capital was fine and the streets were full of people from abroad",
    ],
)
def test_one_article(between: str) -> None:
    assert len(segments(f"Minister denies talks with rebels\n{LEAD}\n{MORE}\n{between}\n{SECOND}\n")) == 1


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("August 01, 2025 05:26 PM GMT+03:00", date(2025, 8, 1)),
        ("Friday, 1 August 2025", date(2025, 8, 1)),
        ("Published: Aug. 1, 2025 | Updated: Aug. 2, 2025", date(2025, 8, 1)),
        ("date 2025-08-01 World Politics Society Opinion", date(2025, 8, 1)),
        ("By Jane Doe | August 1, 2025", date(2025, 8, 1)),
        ("25/12/2025", date(2025, 12, 25)),
        ("03/04/2025", None),
        ("Updated: August 2, 2025", None),
        ("31 February 2025", None),
        ("August 1", None),
        ("Velmar after the attack of August 1, 2025", None),
    ],
)
def test_published(header: str, day: date | None) -> None:
    assert only(f"Minister denies talks\n{header}\n{LEAD}").published == day


@pytest.mark.parametrize(
    ("lead", "day", "source"),
    [
        ("VELMAR, Aug. 1, 2025 (Meridian) - Nobody met the rebels.", date(2025, 8, 1), "Meridian"),
        ("VELMAR, August 1 (Meridian) — Nobody met the rebels.", None, "Meridian"),
        ("Nobody met the rebels on August 1, 2025, she said.", None, None),
        ("The court (the highest) - on August 1, 2025 - met.", None, None),
    ],
)
def test_dateline(lead: str, day: date | None, source: str | None) -> None:
    segment = only(lead)
    assert (segment.published, segment.source) == (day, source)


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        (f"VELMAR — {LEAD}", "VELMAR — "),
        (f"PORT ESSEN, Aug. 1, 2025 (Meridian) - {LEAD}", "PORT ESSEN, Aug. 1, 2025 (Meridian) - "),
        (f"Velmar, Karstavia (Meridian) -- {LEAD}", "Velmar, Karstavia (Meridian) -- "),
        (f"NATO — the alliance of the rebels. {LEAD}", ""),
        (f"Velmar — {LEAD}", ""),
        (f"BREAKING - {LEAD}", ""),
        (f"NOBODY HAS MET THE REBELS — {LEAD}", ""),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(line: str, dateline: str) -> None:
    text = f"Minister denies talks with rebels\n{line}\n{MORE}"
    assert words(text, only(text), "body") == [line.removeprefix(dateline), MORE]


@pytest.mark.parametrize(
    ("page", "source", "url"),
    [
        (f"The Varnholm Courier\nMinister denies talks\n{LEAD}", "The Varnholm Courier", None),
        (f"Source: Courier\nURL: https://courier.example/1\n{LEAD}", "Courier", "https://courier.example/1"),
        (f"{LEAD}\n\nMore from Eastgate Observer", "Eastgate Observer", None),
        (f"Minister denies talks with rebels\n{LEAD}", None, None),
        (f"Minister Slams Rebel News\n{LEAD}\n{MORE}\nThe rebel news is false.", None, None),
    ],
)
def test_source_and_url(page: str, source: str | None, url: str | None) -> None:
    segment = only(page)
    assert (segment.source, segment.url) == (source, url)


def test_front_matter() -> None:
    text = f"---\ntitle: Minister denies talks\ndate: 2025-08-01\ndescription: It was said.\n---\n\n{LEAD}\n"
    segment = only(text)
    assert (segment.title, segment.published) == ("Minister denies talks", date(2025, 8, 1))
    assert words(text, segment, "body") == [LEAD]


@pytest.mark.parametrize("text", ["", "\n\n", "Menu\nClose", "Home World Politics", "----\n****", "7\n8"])
def test_no_article(text: str) -> None:
    assert segments(text) == ()


def test_a_headline_alone_is_read() -> None:
    assert words("Rebels name new leader", only("Rebels name new leader")) == ["Rebels name new leader"]
