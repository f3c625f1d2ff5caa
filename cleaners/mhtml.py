"""MHTML: a page as browsers save it, a MIME message whose first HTML part is the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from cleaners.decode import Undecodable

HTML = frozenset({"text/html", "application/xhtml+xml"})
MOST_PARTS = 5_000  # each costs the parser a millisecond; a page as browsers save it has some hundred


@dataclass(frozen=True)
class Saved:
    """The page within: its bytes, the charset and the address that its part states, its title and time of saving."""

    content: bytes
    charset: str | None
    url: str | None
    stated: Mapping[str, str]


def unpack(content: bytes) -> Saved:
    """The page within a page of MHTML. Raises Undecodable where there is none."""
    if content.count(b"\n--") > MOST_PARTS:
        raise Undecodable("too-large", f"the MHTML file holds more than {MOST_PARTS:,} parts; save the page again")
    try:
        message = message_from_bytes(content, policy=policy.default)
        part = next((p for p in message.walk() if p.get_content_type() in HTML), None)
    except RecursionError as error:
        raise Undecodable("unreadable", "the MHTML file nests its parts too deep; save the page again") from error
    page = part.get_payload(decode=True) if isinstance(part, EmailMessage) else None
    if part is None or not isinstance(page, bytes):
        raise Undecodable("unreadable", "no HTML part in the MHTML file; save the page again")
    stated = {"title": _header(message, "Subject"), "fetched": _moment(_header(message, "Date"))}
    return Saved(
        page,
        part.get_content_charset(),
        _header(part, "Content-Location") or _header(message, "Snapshot-Content-Location") or None,
        {name: value for name, value in stated.items() if value},
    )


def _header(part: EmailMessage, name: str) -> str:
    """A header's value; "" where it is missing, or so broken that the parser stumbles over it."""
    try:
        return str(part[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _moment(date: str) -> str:
    try:
        return parsedate_to_datetime(date).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
