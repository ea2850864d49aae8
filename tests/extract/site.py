"""A web server on this machine that answers well and badly."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LEAD = "The mayor of Velmar, Ida Lorn, said on Monday that the old bridge would be closed for a year."
MORE = "Builders had told her in spring that it could no longer bear lorries, she told the council."
PAGE = (
    "<html><head><title>{title}</title>"
    '<meta property="og:site_name" content="The Velmar Courier">'
    '<meta property="article:published_time" content="2025-03-10T08:00:00Z"></head>'
    f"<body><nav><a href='/'>Home</a></nav><article><p>{LEAD} {MORE}</p><p>{{tail}}</p></article>"
    "</body></html>"
)
BARE = f"<html><head><title>Bridge</title></head><body><article><p>{LEAD} {MORE}</p></article></body></html>"
FULL = "The council of Velmar said on Friday that it would pay for a ferry. Ida Lorn thanked it for that."
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Velmar Courier</title><link>/</link>
<item><title>Bridge to close</title><link>/bare</link><pubDate>Mon, 10 Mar 2025 08:00:00 GMT</pubDate>
<description>A teaser.</description></item>
<item><title>A ferry</title><link>/never-fetched</link><pubDate>Fri, 14 Mar 2025 08:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>{FULL}</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Gone</title><link>/none</link></item>
<item><title>No link</title></item>
<item><title>A file</title><link>file:///etc/passwd</link></item>
<item><title>Itself</title><link>/rss</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Velmar Courier</title>
<entry><title>Bridge</title><link href="/page"/><published>2025-03-09T23:30:00Z</published></entry></feed>"""
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><rss version='2.0'><channel><title>&j;</title><item><title>&j;</title></item></channel></rss>"
)
ANSWERS = {
    "/page": ("text/html", PAGE.format(title="Bridge to close", tail="Lorn said that she was sorry.")),
    "/bare": ("text/html; charset=utf-8", BARE),
    "/text": ("text/plain; charset=utf-8", f"{LEAD}\n\n{MORE}"),
    "/untold": ("", f"{LEAD}\n\n{MORE}"),
    "/secret/page": ("text/html", BARE),
    "/picture": ("image/png", "x"),
    "/rss": ("application/rss+xml", RSS),
    "/atom": ("text/xml", ATOM),
    "/laughs": ("application/xml", LAUGHS),
    "/empty-feed": ("application/rss+xml", "<rss version='2.0'><channel><title>x</title></channel></rss>"),
    "/broken-feed": ("application/rss+xml", "<rss version='2.0'><channel><title>x</tit"),
}
REDIRECTS = {
    "/moved": "/page",
    "/loop": "/loop",
    "/file": "file:///etc/passwd",
    "/metadata": "http://169.254.169.254/latest/meta-data/",
    "/to-secret": "/secret/page",
}


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; ``localhost`` has a robots.txt that cannot be had, ``127.0.0.1`` a real one."""

    protocol_version = "HTTP/1.1"
    asked: list[str]
    over: threading.Event

    def do_GET(self) -> None:
        self.asked.append(f"{self.headers['Host'].split(':')[0]}{self.path}")
        with suppress(OSError):  # the client had enough
            self.answer()
        self.close_connection = True

    def answer(self) -> None:
        if self.path == "/robots.txt":
            if self.headers["Host"].startswith("localhost"):
                self.head(503)
            else:
                self.head(200, {"Content-Type": "text/plain"})
                self.wfile.write(b"User-agent: *\nDisallow: /secret/*\n")
        elif self.path in REDIRECTS:
            self.head(302, {"Location": REDIRECTS[self.path]})
        elif self.path in ANSWERS:
            kind, body = ANSWERS[self.path]
            self.head(200, {"Content-Type": kind} if kind else {})
            self.wfile.write(body.encode())
        elif self.path == "/endless":
            self.head(200, {"Content-Type": "text/html"})
            while not self.over.is_set():
                self.wfile.write(b"<p>and so on</p>" * 1000)
        elif self.path == "/bomb":
            self.head(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"})
            self.wfile.write(gzip.compress(bytes(30_000_000)))
        elif self.path == "/packed":
            self.head(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"})
            self.wfile.write(gzip.compress(BARE.encode()))
        elif self.path in ("/brotli", "/no-gzip"):
            encoding = "br" if self.path == "/brotli" else "gzip"
            self.head(200, {"Content-Type": "text/html", "Content-Encoding": encoding})
            self.wfile.write(b"no such packing")
        elif self.path in ("/dripping", "/dripping-head"):
            if self.path == "/dripping":
                self.head(200, {"Content-Type": "text/html"})
            else:
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
            while not self.over.wait(0.02):
                self.wfile.write(b"x")
        elif self.path == "/silent":
            self.over.wait(30)
        elif self.path == "/garbage":
            self.wfile.write(b"\x00\xffSSH-2.0\r\n\r\n")
        elif self.path == "/short":
            self.head(200, {"Content-Type": "text/html", "Content-Length": "100000"})
            self.wfile.write(b"<html>")
        elif self.path == "/long-head":
            self.head(200, {f"X-{number}": "x" * 1000 for number in range(1000)})
        else:
            self.head(404)

    def head(self, status: int, fields: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {**(fields or {}), "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[tuple[int, list[str]]]:
    """The port of a running server, and what it was asked for, host and path."""
    over = threading.Event()
    asked: list[str] = []
    handler = type("Bound", (Handler,), {"asked": asked, "over": over})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port, asked
    over.set()
    server.shutdown()
    thread.join()
    server.server_close()
