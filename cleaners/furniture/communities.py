"""Links to a site's own groups and accounts: Telegram, Discord, X, WeChat."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_where, is_long_amid, is_mention
from cleaners.phrases import Rules
from cleaners.shape import is_code

_GROUP = re.compile(
    r"https?://(?:www\.)?(?:t\.me|telegram\.me|discord\.(?:gg|com/invite)|(?:twitter|x)\.com/\w+/?$|lin\.ee|line\.me|"
    r"youtube\.com/(?:@|c/|channel/)|open\.kakao\.com|pf\.kakao\.com|weibo\.com/|instagram\.com/|facebook\.com/|linkedin\.com/company)",
    re.I,
)


def communities(doc: Doc, rules: Rules) -> Doc:
    """Cut lines that lead to a group or an account of the site."""

    def judge(block: Block) -> str | None:
        addressed = "://" in block.text
        if block.columns > FEW or not (addressed or block.marks) or is_long_amid(doc, block):
            return None
        link = _GROUP.search(block.text) if addressed else None
        if (
            link
            and (block not in doc.span or block.columns - (link.end() - link.start()) <= FEW // 2)
            and not block.prose
        ):
            return f"leads to {link.group()}"
        if (block.marked("communities.holds") and not is_mention(block)) or (
            block.marked("communities.starts") and not (block.prose or is_code(block.text))  # "x := limits[0];"
        ):
            return "leads to a community of the site"
        return None

    return cut_where(doc, judge)
