""""Read also": one line in the article that leads to another one."""

from cleaners.doc import Block, Doc
from cleaners.evidence import FEW, cut_where
from cleaners.phrases import Rules


def read_also(doc: Doc, rules: Rules) -> Doc:
    """Cut lines that send the reader to another article."""

    def judge(block: Block) -> str | None:
        if block.marked("read_also.starts") and block.columns <= FEW and len(block.key) > 0:
            return "leads to another article"
        if block.marked("read_also.holds") and block.columns <= FEW:
            return "leads to another article"
        return None

    return cut_where(doc, judge)
