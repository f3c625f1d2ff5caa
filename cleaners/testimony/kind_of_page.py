"""What a page says that it is: pages that are no articles mostly have no date and no author."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from cleaners.dom.head import Metas
from cleaners.testimony.witness import Witness

_OPEN_GRAPH = frozenset({"article", "website", "product", "video", "profile", "blog"})
_SHOP = re.compile(
    r"/(?:products?|collections?|shop|store|category|categories|tags?|services?|solutions?|pricing|about|contact|"
    r"docs?|documentation|search|p|dp|item|features?|topics?|courses?|locations?)(?:/|$)"
)


def kind_of_page(metas: Metas, witnesses: Iterable[Witness], url: str) -> frozenset[str]:
    """What the page's head and its address say of its kind."""
    stated = (metas.get("og:type") or [""])[0].lower().partition(":")[0].partition(".")[0]
    kinds = {w.kind.split()[1] for w in witnesses if w.kind.startswith("json-ld ")}
    steps = [step for step in urlsplit(url).path.split("/") if step]
    said = {f"og:type {stated if stated in _OPEN_GRAPH else 'none'}"}
    said |= {
        f"json-ld of {kind}"
        for kind in ("article", "thread", "offer", "listing", "thing", "media", "page")
        if kind in kinds
    }
    said |= {f"{min(len(steps), 3)} steps of address"}
    return frozenset(said | ({"address of a shop or a service"} if _SHOP.search(url.lower()) else set()))
