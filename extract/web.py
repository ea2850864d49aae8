"""Pages and feeds from the web, politely and from the open web only.

robots.txt (RFC 9309) is obeyed, a host is asked once a second at most, and an answer is bounded in size, in
time and in redirects. Addresses of this machine and its network are not fetched unless asked for: a name is
resolved once, all that it resolves to is looked at, and the connection goes to what was looked at, so that
neither a feed nor a redirect nor a name that changes its meaning leads there.
"""

import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.annotation import ArticleError
from extract.encodings import MAX_BYTES

if TYPE_CHECKING:
    import httpx
    from protego import Protego

AGENT = "onrecord (reads news articles; obeys robots.txt)"
CONNECTING = 10.0  # seconds
TIMEOUT = 20.0  # seconds for each piece of an answer
PATIENCE = 60.0  # seconds for the whole of it
PAUSE = 1.0  # seconds between two requests to a host; robots.txt may ask for more
LONGEST_PAUSE = 30.0
REDIRECTS = 5
MAX_ROBOTS = 500_000  # bytes of robots.txt, as RFC 9309 has it

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # IPv4 behind IPv6


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered with: its bytes, of which type they are said to be, where they were found."""

    data: bytes
    declared: str
    address: str


class Web:
    """Fetches web addresses; keeps what robots.txt says, and when which host was asked."""

    def __init__(self, private: bool = False) -> None:
        """``private``: also from addresses of this machine and its network."""
        self._private = private
        self._robots: dict[str, Protego | None] = {}
        self._asked: dict[str, float] = {}
        self._client: httpx.Client | None = None

    def fetch(self, address: str) -> Answer:
        """What the address answers with; raises ArticleError, which names it."""
        import httpx

        try:
            return self._follow(httpx.URL(address), polite=True)
        except httpx.HTTPStatusError as error:
            answer = f"{error.response.status_code} {error.response.reason_phrase}".strip()
            raise ArticleError(
                f"{address}: the server answers {answer}; open it in a browser and save it"
            ) from error
        except _Refusal as error:
            raise ArticleError(f"{address}: {error}") from error
        except (httpx.HTTPError, httpx.InvalidURL, zlib.error, ssl.SSLError, OSError, ValueError) as error:
            reason = str(error) or type(error).__name__
            raise ArticleError(
                f"{address}: cannot be fetched ({reason}); check address and network"
            ) from error

    def _follow(self, url: "httpx.URL", polite: bool) -> Answer:
        """The answer at the end of the redirects."""
        for _ in range(REDIRECTS + 1):
            if url.scheme not in ("http", "https") or not url.host:
                raise _Refusal(
                    f"leads to {url}, which is no http(s) address; open it in a browser and save it"
                )
            if polite:
                self._ask_leave(url)
            response, data = self._get(url, MAX_BYTES if polite else MAX_ROBOTS)
            if "location" not in response.headers or not response.is_redirect:
                response.raise_for_status()
                declared = response.headers.get("content-type", "").split(";")[0].strip().lower()
                return Answer(data, declared, str(url))
            url = url.join(response.headers["location"])
        raise _Refusal(f"redirects more than {REDIRECTS} times; open it in a browser and save it")

    def _ask_leave(self, url: "httpx.URL") -> None:
        """Wait until the host may be asked again; raises where its robots.txt keeps programs away."""
        origin = str(url.copy_with(raw_path=b"/", fragment=None))
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(url.copy_with(raw_path=b"/robots.txt", fragment=None))
        robots = self._robots[origin]
        if robots is not None and not robots.can_fetch(str(url), AGENT):
            raise _Refusal(f"robots.txt of {url.host} keeps programs away; open it in a browser and save it")
        delay = robots.crawl_delay(AGENT) if robots is not None else None
        pause = max(PAUSE, min(delay or 0.0, LONGEST_PAUSE))
        if url.host in self._asked:
            time.sleep(max(0.0, self._asked[url.host] + pause - time.monotonic()))
        self._asked[url.host] = time.monotonic()

    def _read_robots(self, url: "httpx.URL") -> "Protego | None":
        """robots.txt; None where there is none. Where it cannot be told (RFC 9309, 2.3.1.4), nothing may."""
        import httpx
        from protego import Protego

        try:
            return Protego.parse(self._follow(url, polite=False).data.decode("utf-8", "replace"))
        except httpx.HTTPStatusError as error:
            if error.response.status_code < 500:
                return None
            return Protego.parse("User-agent: *\nDisallow: /")

    def _get(self, url: "httpx.URL", limit: int) -> "tuple[httpx.Response, bytes]":
        """Head and body of one answer, from the first of the host's addresses that can be reached."""
        import httpx

        last: Exception | None = None
        for ip in self._addresses(url):
            try:
                return self._get_from(url, ip, limit)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                last = error
        raise last or _Refusal(f"{url.host} has no address; check the spelling")

    def _addresses(self, url: "httpx.URL") -> list[str]:
        """What the host's name resolves to; raises if any of it is of this machine or its network."""
        host = url.raw_host.decode("ascii")
        port = url.port or (443 if url.scheme == "https" else 80)
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        ips = list(dict.fromkeys(str(each[4][0]) for each in found))
        if not self._private:
            for ip in ips:
                if not is_public(ip):
                    raise _Refusal(
                        f"{host} is {ip}, an address of this machine or network; --private fetches it"
                    )
        return ips

    def _get_from(self, url: "httpx.URL", ip: str, limit: int) -> "tuple[httpx.Response, bytes]":
        import httpx

        if self._client is None:
            # A proxy would look the name up once more; a connection kept would outlive its time
            self._client = httpx.Client(
                verify=httpx.create_ssl_context(),
                trust_env=False,
                timeout=httpx.Timeout(TIMEOUT, connect=CONNECTING),
                limits=httpx.Limits(max_keepalive_connections=0),
                headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"},
            )
        headers = {"Host": url.netloc.decode("ascii")}
        pinned = url.copy_with(host=ip)
        with _Watch(PATIENCE) as watch:
            extensions = {"trace": watch.trace, "sni_hostname": url.raw_host.decode("ascii")}
            try:
                with self._client.stream("GET", pinned, headers=headers, extensions=extensions) as response:
                    data = b"" if response.is_redirect else b"".join(_body(response, limit))
            except httpx.HTTPError as error:
                if watch.is_over:
                    raise _Refusal(f"took longer than {PATIENCE:g} seconds; try it again later") from error
                raise
            if watch.is_over:
                raise _Refusal(f"took longer than {PATIENCE:g} seconds; try it again later")
        return response, data


def is_public(ip: str) -> bool:
    """Whether an IP address belongs to the open web, also by the IPv4 address that an IPv6 one stands for."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast


class _Refusal(Exception):
    """Why an address is not fetched, in words that go behind it."""


class _Watch:
    """Shuts the connection of one request when its time is over, however slowly its bytes go on coming."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> "_Watch":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """httpx tells here what the request has come to."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._socket = info["return_value"].get_extra_info("socket")

    def _end(self) -> None:
        self.is_over = True
        if self._socket is not None:
            # shutdown() of an SSLSocket would take its cipher away while the other thread reads
            with suppress(OSError):  # it has ended by itself
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def _body(response: "httpx.Response", limit: int) -> Iterator[bytes]:
    """The body, unpacked here: a few packed bytes can stand for gigabytes."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise _Refusal(f"is packed as {encoding}, which was not asked for; open it in a browser and save it")
    unpack = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
    size = 0
    for chunk in response.iter_raw():
        piece = unpack.decompress(chunk, limit + 1 - size) if unpack else chunk
        size += len(piece)
        if size > limit:
            raise _Refusal(f"is longer than {limit:,} bytes; save what you need of it")
        yield piece
