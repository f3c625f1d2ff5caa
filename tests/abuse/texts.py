"""Nightmares of flattened text."""

from tests.abuse.cases import ARTICLE, STORY, TEXT, TITLE, becomes, numbered, sentences


@becomes(ARTICLE, as_="txt")
def sound_text() -> str:
    return TEXT


@becomes("line-too-long", as_="txt")
def ten_megabytes_on_one_line() -> str:
    return "word " * 2_000_000


@becomes("line-too-long", as_="txt")
def story_and_a_line_of_megabytes() -> str:
    return TEXT + "語" * 1_100_000


@becomes("too-large", as_="txt")
def more_than_twenty_megabytes() -> str:
    return "A line of the text that goes on and on.\n" * 600_000


@becomes(ARTICLE, as_="txt")
def line_of_many_sentences() -> str:
    return TITLE + "\n" + " ".join((*STORY, *sentences(3_000)))


@becomes("too-large", as_="txt")
def lines_by_the_hundred_thousand() -> str:
    return TEXT + "\n".join(sentences(45_000))


@becomes("too-large", as_="txt")
def short_lines_by_the_hundred_thousand() -> str:
    return TEXT + "x\n" * 60_000


@becomes(ARTICLE, as_="txt")
def blank_lines_by_the_million() -> str:
    return TEXT.replace("\n\n", "\n" * 1_000_000)


@becomes(ARTICLE, as_="txt")
def spaces_by_the_million() -> str:
    return TEXT.replace("\n\n", " " * 300_000 + "\n" + "\t" * 300_000)


@becomes(ARTICLE, as_="txt")
def spaces_within_a_line() -> str:
    return TEXT + "word" + " " * 200_000 + "word\n" + "\u3000" * 200_000 + "x\n"


@becomes(ARTICLE, as_="txt")
def every_kind_of_line_end() -> str:
    return TITLE + "\r\r" + "\x0b\x0c\u2028\u2029\x85\r\n\n".join(STORY)


@becomes(ARTICLE, as_="txt")
def controls_and_overrides() -> str:
    return (
        TEXT
        + "A line \u202ethat turns\u202c, \u2066rings\x07 and\x08 \x1b[31mcolours\x1b[0m \x9b the terminal, says the engineer.\ufffe\uffff\n"
    )


@becomes(ARTICLE, as_="txt")
def harm_in_markdown() -> str:
    bad = "<script>alert(1)</script> [x](javascript:alert(1)) ![x](data:text/html,x) <img src=x onerror=alert(1)> [a]: javascript:x"
    return (
        TEXT
        + f"\nThe engineer said {bad} to the town council on Monday.\n\n[a]: javascript:alert(1)\n\n<iframe src=x>\n"
    )


@becomes(ARTICLE, as_="txt")
def markup_that_never_ends() -> str:
    return (
        TEXT
        + "<span leaf=" * 10_000
        + "\n"
        + "<スパンリーフ=" * 10_000
        + "\n"
        + "&amp;" * 20_000
        + "\n"
        + "<" * 50_000
        + "\n"
        + "&amp;nbsp;" * 10_000
        + "\n"
        + "\n".join(
            piece * 10_000 for piece in ("<a", "<a>", "&lt;", "[a ", "{{", '="', "〈", '<span leaf="', "](javascript:")
        )
        + "\n"
    )


@becomes(ARTICLE, as_="txt")
def brackets_that_never_close() -> str:
    return TEXT + "\n".join(mark * 60_000 for mark in "([{「『【（《“\"'‘«")


@becomes(ARTICLE, as_="txt")
def marks_in_rows() -> str:
    return TEXT + "\n".join(mark * 10_000 for mark in ".!?。…,;:-—_=*#@/\\|~+%&^$·•→")


@becomes(ARTICLE, as_="txt")
def labels_in_rows() -> str:
    return TEXT + "著者：" * 2_500 + "\n" + "By " * 5_000 + "\n" + "Source: " * 2_500 + "\n" + "出典：" * 2_500 + "\n"


@becomes(ARTICLE, as_="txt")
def dates_in_rows() -> str:
    return (
        TEXT
        + "2025年11月5日" * 5_000
        + "\n"
        + "5 November 2025 " * 5_000
        + "\n"
        + "14:30:00" * 10_000
        + "\n"
        + "3 hours ago " * 5_000
        + "\n"
    )


@becomes(ARTICLE, as_="txt")
def digits_in_rows() -> str:
    return TEXT + "9" * 300_000 + "\n" + "1," * 150_000 + "\n" + "1.1" * 100_000 + "\n" + "二〇二五" * 40_000 + "\n"


@becomes(ARTICLE, as_="txt")
def addresses_in_rows() -> str:
    return (
        TEXT
        + "http://" * 15_000
        + "\n"
        + "a@" * 30_000
        + "\n"
        + "www." * 20_000
        + "\n"
        + "https://a.example/?"
        + "a=b&" * 30_000
        + "\n"
    )


@becomes(ARTICLE, as_="txt")
def capitals_in_rows() -> str:
    return (
        TEXT
        + "Aa" * 20_000
        + "\n"
        + "A. " * 10_000
        + "\n"
        + "Jane Doe, " * 4_000
        + "\n"
        + "Mr. " * 20_000
        + "\n"
        + "a-" * 50_000
        + "\n"
    )


@becomes(ARTICLE, as_="txt")
def letters_in_rows() -> str:
    return TEXT + "\n".join(letter * 100_000 for letter in "aZ語あアกักа한é")


@becomes(ARTICLE, as_="txt")
def phrases_by_the_thousand() -> str:
    return TEXT + "Related Posts\n関連記事\nRead also: more\n免責事項：投資助言ではありません。\n推荐阅读\n" * 400


@becomes(ARTICLE, as_="txt")
def bullets_by_the_thousand() -> str:
    return TEXT + "- " * 12_000 + "x\n" + "• " * 12_000 + "x\n" + "1. " * 12_000 + "x\n" + "> " * 12_000 + "x\n"


@becomes(ARTICLE, as_="txt")
def heaps_of_marks() -> str:
    return TEXT + "Z" + "\u0301\u0327\u0345" * 60_000 + "\n"


@becomes(ARTICLE, as_="txt")
def letters_that_grow() -> str:
    return TEXT + "\ufdfa" * 40_000 + "\n" + "ﬁ㍿㎏①Ⅷ½" * 20_000 + "\n" + "İ" * 60_000 + "\nß" + "ŉ" * 60_000 + "\n"


@becomes(ARTICLE, as_="txt")
def zero_width_everywhere() -> str:
    return (
        "\n\n".join((TITLE, *STORY)) + "\n" + "\u200b".join("a plain line of the page between zero widths") * 500 + "\n"
    )


@becomes(ARTICLE, as_="txt")
def one_sentence_thousands_of_times() -> str:
    return TEXT + "The same sentence stands here once more, as if it were new to anyone.\n" * 3_000


@becomes(ARTICLE, as_="txt")
def code_in_an_article() -> str:
    return "\n".join(f"{s}\n\ndef step_{n}():\n    return {n}\n" for n, s in enumerate((*STORY, *sentences(6))))


@becomes(ARTICLE, as_="txt")
def article_that_begins_with_a_bracket() -> str:
    return "[Harbour] " + TEXT + '"' + STORY[0] + '"\n'


@becomes(ARTICLE, as_="md")
def markdown_with_everything() -> str:
    return (
        f"# {TITLE}\n\n"
        + "\n\n".join(STORY)
        + "\n\n```python\nprint('x')\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n"
        + numbered("1. Item number # of the list that stands below.\n", 20)
    )
