"""Web pages and feeds, from a server on this machine that is slow, huge, endless and hostile too."""

import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from extract import web
from extract.annotation import Article, ArticleError
from extract.articles import read_articles
from extract.web import Web, is_public
from tests.extract.site import FULL, LEAD, RSS, serving

PUBLIC = "93.184.215.14"


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[int, list[str]]]:
    with serving() as (port, asked):
        yield port, asked


@pytest.fixture
def asked(served: tuple[int, list[str]]) -> list[str]:
    """What the server is asked for during the test."""
    served[1].clear()
    return served[1]


@pytest.fixture
def site(served: tuple[int, list[str]], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(web, "PAUSE", 0.0)
    return f"http://127.0.0.1:{served[0]}"


def read(*sources: str, private: bool = True) -> tuple[list[Article], list[str]]:
    errors: list[str] = []
    return list(read_articles(sources, lambda error: errors.append(str(error)), private=private)), errors


@pytest.mark.parametrize("path", ["/page", "/bare", "/text", "/untold", "/packed", "/moved"])
def test_a_page_is_read(site: str, path: str) -> None:
    (article,), errors = read(site + path)
    assert not errors
    assert LEAD in article.text
    assert article.path == site + path


def test_a_page_tells_its_outlet_day_title_and_address(site: str) -> None:
    (article,), _ = read(site + "/moved")
    assert (article.title, article.source) == ("Bridge to close", "The Velmar Courier")
    assert (article.published, article.url) == (date(2025, 3, 10), site + "/page")
    assert "Home" not in article.text


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "404 Not Found"),
        ("/picture", "is image/png"),
        ("/secret/page", "robots.txt of 127.0.0.1"),
        ("/to-secret", "robots.txt of 127.0.0.1"),
        ("/loop", "redirects more than 5 times"),
        ("/file", "file:/etc/passwd, which is no http"),
        ("/garbage", "cannot be fetched"),
        ("/short", "cannot be fetched"),
        ("/long-head", "cannot be fetched"),
        ("/brotli", "packed as br"),
        ("/no-gzip", "cannot be fetched"),
        ("/endless", "is longer than 20,000,000 bytes"),
        ("/bomb", "is longer than 20,000,000 bytes"),
        ("/empty-feed", "is an empty feed"),
        ("/broken-feed", "is no feed that can be read"),
        ("/laughs", "has neither text nor a link"),
    ],
)
def test_what_cannot_be_had_is_named_with_the_reason(site: str, path: str, reason: str) -> None:
    articles, (error,) = read(site + path)
    assert not articles
    assert error.startswith(site + path)
    assert reason in error
    assert "\n" not in error


@pytest.mark.parametrize("path", ["/dripping", "/dripping-head"])
def test_an_answer_that_never_comes_to_its_end(site: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "PATIENCE", 0.3)
    assert "took longer than 0.3 seconds" in read(site + path)[1][0]


def test_a_server_that_is_silent(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "TIMEOUT", 0.2)
    assert "cannot be fetched" in read(site + "/silent")[1][0]


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://", "http://[::1", "http://a b/"])
def test_an_address_that_nobody_answers_at(address: str) -> None:
    articles, (error,) = read(address)
    assert not articles
    assert error.startswith(address)


def test_robots_txt_is_asked_for_once(site: str, asked: list[str]) -> None:
    read(site + "/page", site + "/text")
    assert asked == ["127.0.0.1/robots.txt", "127.0.0.1/page", "127.0.0.1/text"]


def test_where_robots_txt_cannot_be_told_nothing_is_fetched(site: str, asked: list[str]) -> None:
    assert "robots.txt of localhost" in read(site.replace("127.0.0.1", "localhost") + "/page")[1][0]
    assert asked == ["localhost/robots.txt"]


def test_a_host_is_given_time(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "PAUSE", 7.0)
    waited: list[float] = []
    monkeypatch.setattr(web.time, "sleep", waited.append)
    read(site + "/page", site + "/text")
    assert [round(seconds) for seconds in waited] == [7]


@pytest.mark.parametrize("path", ["/page", "/robots.txt"])
def test_private_addresses_are_not_asked(site: str, asked: list[str], path: str) -> None:
    articles, (error,) = read(site + path, private=False)
    assert not articles
    assert "--private" in error
    assert asked == []


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Let names be looked up here: each time the next of the answers, the last one for ever."""
    names: list[str] = []
    real = socket.getaddrinfo

    def getaddrinfo(host: object, port: object, *args: object, **options: object) -> object:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if not name.endswith(".example"):
            return real(host, port, *args, **options)  # type: ignore[arg-type]
        names.append(name)
        ips = answers[min(len(names), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return names


def test_the_connection_goes_to_the_address_that_was_looked_at(
    site: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # looked up for robots.txt and for the page, and never again
    names = resolving(monkeypatch, ["127.0.0.1"], ["127.0.0.1"], [PUBLIC])
    (article,), errors = read(site.replace("127.0.0.1", "velmar.example") + "/page")
    assert not errors
    assert names == ["velmar.example"] * 2
    assert asked == ["velmar.example/robots.txt", "velmar.example/page"]
    assert "velmar.example" in article.path


@pytest.mark.parametrize("ips", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["169.254.169.254"]])
def test_a_name_that_leads_inside_is_not_asked(
    site: str, asked: list[str], ips: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    resolving(monkeypatch, ips)
    assert "--private" in read("http://velmar.example/page", private=False)[1][0]
    assert asked == []


def test_a_redirect_that_leads_inside_is_not_followed(
    site: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "is_public", lambda ip: ip == "127.0.0.1")
    assert "169.254.169.254" in read(site + "/metadata", private=False)[1][0]


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        (PUBLIC, True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("64:ff9b::5db8:d70e", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("192.168.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_of_the_open_web(ip: str, public: bool) -> None:
    assert is_public(ip) == public


def test_without_onerror_the_error_is_raised(site: str) -> None:
    with pytest.raises(ArticleError, match="404"):
        Web(private=True).fetch(site + "/none")


def test_a_feed_stands_for_its_pages(site: str, asked: list[str]) -> None:
    (bridge, ferry), errors = read(site + "/rss")
    assert (bridge.title, bridge.source, bridge.url) == ("Bridge", "The Velmar Courier", site + "/bare")
    assert bridge.published == date(2025, 3, 10)
    assert bridge.path == site + "/bare"
    assert ferry.text == FULL
    assert (ferry.title, ferry.published) == ("A ferry", date(2025, 3, 14))
    assert ferry.path == site + "/never-fetched"
    assert "127.0.0.1/never-fetched" not in asked
    reasons = ["404 Not Found", '"No link" has neither', '"A file" has neither', "is a feed, not a page"]
    assert len(errors) == len(reasons)
    for error, reason in zip(errors, reasons, strict=True):
        assert reason in error


def test_what_a_page_says_of_itself_outranks_its_feed(site: str) -> None:
    (article,), errors = read(site + "/atom")
    assert not errors
    assert (article.title, article.published) == ("Bridge to close", date(2025, 3, 10))


def test_a_feed_may_be_a_file(tmp_path: Path, site: str) -> None:
    path = tmp_path / "news.xml"
    path.write_text(RSS.replace("<link>/", f"<link>{site}/"), encoding="utf-8")
    articles, _ = read(str(path))
    assert [article.path for article in articles] == [site + "/bare", site + "/never-fetched"]
    assert "the folder holds no file" in read(str(tmp_path))[1][0]
