"""MHTML: a page as browsers save it, a MIME message whose first HTML part is the page."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from cleaners.page import Page
from flows.sources.records import unread


def unpack(page: Page) -> Page:
    """The page within a page of MHTML, with its URL, its title and the time of saving."""
    message = message_from_bytes(page.content, policy=policy.default)
    part = next((p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if part is None:
        return unread(page.page_id, page.source, "unreadable", "no HTML part in the MHTML file; save the page again")
    assert isinstance(part, EmailMessage)
    content = part.get_payload(decode=True)
    stated = {"title": str(message["Subject"] or ""), "fetched": _moment(str(message["Date"] or ""))}
    url = part["Content-Location"] or message["Snapshot-Content-Location"]
    return replace(
        page,
        content=content if isinstance(content, bytes) else b"",
        url=str(url) if url else None,
        charset=part.get_content_charset(),
        format="html" if page.format == "auto" else page.format,
        stated={name: value for name, value in stated.items() if value},
    )


def _moment(date: str) -> str:
    try:
        return parsedate_to_datetime(date).isoformat()
    except ValueError:
        return ""
