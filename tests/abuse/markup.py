"""Nightmares of HTML parsers."""

from tests.abuse.cases import ARTICLE, PROSE, STORY, TITLE, becomes, html, numbered, sentences

TOO_LARGE = "too-large"


@becomes(ARTICLE)
def sound_page() -> str:
    return html()


@becomes(ARTICLE, TOO_LARGE)
def million_siblings() -> str:
    return html("<br>" * 1_000_000)


@becomes(ARTICLE)
def many_siblings() -> str:
    return html("<i></i>" * 60_000)


@becomes(TOO_LARGE, ARTICLE)
def million_elements_in_one_another() -> str:
    return html("<div>" * 1_000_000)


@becomes(ARTICLE)
def four_thousand_divs_in_one_another() -> str:
    return html("<div>" * 4_000, story=PROSE + "</div>" * 4_000)


@becomes(ARTICLE, TOO_LARGE)
def hundred_thousand_divs_in_one_another() -> str:
    return html("<div>" * 100_000)


@becomes(ARTICLE, TOO_LARGE)
def hundred_thousand_spans_in_one_another() -> str:
    return html("<p>" + "<span>" * 60_000)


@becomes(ARTICLE)
def three_hundred_blockquotes_in_one_another() -> str:
    return html(story="<blockquote>" * 300 + PROSE + "</blockquote>" * 300)


@becomes(ARTICLE, TOO_LARGE)
def lists_in_one_another() -> str:
    return html("<ul><li>" * 10_000)


@becomes(ARTICLE, TOO_LARGE)
def tables_in_one_another() -> str:
    return html("<table><tr><td>" * 8_000)


@becomes(ARTICLE, TOO_LARGE)
def drawings_in_one_another() -> str:
    return html("<svg>" * 20_000)


@becomes(ARTICLE, TOO_LARGE)
def formulas_in_one_another() -> str:
    return html("<math><mi>" * 20_000)


@becomes(ARTICLE, TOO_LARGE)
def templates_in_one_another() -> str:
    return html("<template>" * 20_000)


@becomes(ARTICLE, TOO_LARGE)
def forms_and_fieldsets() -> str:
    return html("<form><fieldset><legend>" * 12_000)


@becomes(ARTICLE, TOO_LARGE)
def rubies_in_one_another() -> str:
    return html("<ruby><rb>a<rt>" * 10_000)


@becomes(ARTICLE, TOO_LARGE)
def hundred_thousand_options() -> str:
    return html("<select>" + "<option>x" * 100_000 + "</select>")


@becomes(ARTICLE, TOO_LARGE)
def options_in_data_list() -> str:
    return html("<datalist>" + numbered("<option value=#>", 50_000) + "</datalist>")


@becomes(ARTICLE, TOO_LARGE)
def misnested_formatting() -> str:
    return html("<p>" + "<b><i></b></i>" * 10_000)


@becomes(ARTICLE, TOO_LARGE)
def fonts_that_never_end() -> str:
    return html(numbered("<p><font color=#>x", 2_500))


@becomes(ARTICLE, TOO_LARGE)
def anchors_that_never_end() -> str:
    return html(numbered("<a href=/#><div>", 8_000))


@becomes(ARTICLE, TOO_LARGE)
def formatting_round_tables() -> str:
    return html("<table><b>" * 5_000 + "<i>x")


@becomes(ARTICLE, TOO_LARGE)
def foster_parents() -> str:
    return html("<table>" + "x<tr>y<td>z</table>w<table>" * 2_000)


@becomes(ARTICLE, TOO_LARGE)
def million_attributes() -> str:
    return html(f"<div{numbered(' a#=1', 200_000)}>")


@becomes(ARTICLE, TOO_LARGE)
def fifty_thousand_attributes() -> str:
    return f"<html {numbered(' a#', 50_000)}>" + html()[20:]


@becomes(ARTICLE, TOO_LARGE)
def attributes_in_a_script_tag() -> str:
    return html(f"<script{numbered(' a#=x', 8_000)}></script>")


@becomes(ARTICLE, TOO_LARGE)
def attributes_that_are_the_same() -> str:
    return html("<div" + " class=x" * 60_000 + ">")


@becomes(ARTICLE)
def attribute_of_five_megabytes() -> str:
    return html(f"<img alt='{'x' * 5_000_000}'>")


@becomes(ARTICLE)
def data_link_of_five_megabytes() -> str:
    return html(f"<img src='data:image/png;base64,{'A' * 5_000_000}'><a href='data:text/html,{'A' * 100_000}'>x</a>")


@becomes(ARTICLE)
def class_of_many_words() -> str:
    return html(f"<div class='{numbered('c# ', 40_000)}'>x</div>")


@becomes(ARTICLE, TOO_LARGE)
def names_that_are_all_different() -> str:
    return html(numbered("<x#></x#>", 30_000))


@becomes(ARTICLE)
def name_of_a_megabyte() -> str:
    return html(f"<{'x' * 1_000_000}>x</{'x' * 1_000_000}>")


@becomes(ARTICLE, "no-article", "empty")
def comment_that_never_ends() -> str:
    return html() + "<!-- " + "x" * 500_000


@becomes("no-article", "empty", "listing", ARTICLE)
def comment_that_swallows_the_story() -> str:
    return html("<!-- ")


@becomes(ARTICLE)
def comments_with_dashes() -> str:
    return html("<!--" + "-" * 300_000 + "-->" + "<!-->" * 20_000 + "<!--->" * 20_000 + "<!-- --!> x -->")


@becomes(ARTICLE)
def declarations_and_instructions() -> str:
    return html("<!x>" * 30_000 + "<?php echo 1 ?>" * 30_000 + "</ x>" * 30_000 + "<!DOCTYPE html>" * 10_000)


@becomes(ARTICLE, "no-article", "empty")
def marked_section_that_never_ends() -> str:
    return html() + "<svg><![CDATA[" + "x]]" * 100_000


@becomes("no-article", "empty", "listing", ARTICLE)
def script_that_never_ends() -> str:
    return html("<script>")


@becomes(ARTICLE)
def script_within_a_script() -> str:
    return html("<script><!-- <script>" + "</script" * 50_000 + "</script></script>")


@becomes("no-article", "empty", "listing", ARTICLE)
def title_that_never_ends() -> str:
    return f"<!DOCTYPE html><html><head><title>{TITLE}<body>{PROSE}"


@becomes("no-article", "empty", "listing", ARTICLE)
def text_area_that_never_ends() -> str:
    return html("<textarea>")


@becomes("no-article", "empty", "listing", ARTICLE)
def plain_text_element() -> str:
    return html("<plaintext>")


@becomes(ARTICLE)
def tag_that_never_ends() -> str:
    return html() + "<div " + "a " * 300_000


@becomes(ARTICLE)
def quote_that_never_ends() -> str:
    return html() + "<a href='" + "x" * 500_000


@becomes(ARTICLE)
def thousand_pages_in_one() -> str:
    return html() + "<html><head><title>x</title></head><body class=a>y</body></html>" * 200


@becomes(ARTICLE, TOO_LARGE)
def roots_without_end() -> str:
    return html(numbered("<body a#=1>", 20_000))


@becomes(ARTICLE)
def entities() -> str:
    return html("<p>" + "&amp;lt;&#x41;&notanentity;&#999999999;&#xD800;&#0;&#x1;&#x80;&ampampamp" * 5_000 + "</p>")


@becomes(ARTICLE)
def ampersands() -> str:
    return html("<p>" + "&" * 300_000 + "</p>")


@becomes(ARTICLE)
def number_without_end() -> str:
    return html("<p>&#" + "9" * 300_000 + ";&#x" + "f" * 300_000 + ";</p>")


@becomes(ARTICLE)
def external_entities() -> str:
    return (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + html("<p>&c;&c;&x;</p>")[15:]
    )


@becomes(ARTICLE)
def document_type_without_end() -> str:
    return html() + "<!DOCTYPE " + "x" * 200_000


@becomes(ARTICLE)
def base_that_is_a_script() -> str:
    return html("<a href='x'>link</a>", "<base href='javascript:alert(1)//'>")


@becomes(ARTICLE)
def base_with_credentials() -> str:
    return html("<p>See <a href='more'>more</a> of it.</p>", "<base href='https://user:secret@example.org/a/'>")


@becomes(ARTICLE)
def base_that_is_broken() -> str:
    return html("<p><a href='x'>link</a></p>", "<base href='http://[::1'><link rel=canonical href='http://[bad'>")


LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "java&#x09;script:alert(1)",
    "&#106;avascript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "//user:pw@evil.example/",
    "https://user:pw@evil.example/a(b)", "http://[::1", "https://e.example/%0d%0aX: y", "https://e.example/\" onclick=x", "file:///etc/passwd",
    "https://e.example/)](javascript:alert(1))", "https://e.example/\\)](javascript:alert(1))", "blob:https://e.example/1", "https:javascript:x",
)  # fmt: skip


@becomes(ARTICLE)
def links_that_do_harm() -> str:
    story = "".join(f"<p>{s} <a href='{link}'>read <b>more</b></a></p>" for link in LINKS for s in STORY[:1])
    return html(story=PROSE + story)


@becomes(ARTICLE)
def text_that_does_harm_in_markdown() -> str:
    bad = "&lt;script>alert(1)&lt;/script> [x](javascript:alert(1)) ![x](data:text/html,x) &lt;img src=x onerror=alert(1)>"
    return html(
        story=PROSE
        + "".join(f"<p>{s} {bad}</p><blockquote>{bad} {s}</blockquote><li>{bad} {s}</li>" for s in sentences(4))
    )


@becomes(ARTICLE)
def code_with_fences() -> str:
    return html(story=PROSE + f"<pre><code>```\n&lt;script>alert(1)&lt;/script>\n~~~\n</code></pre><p>{STORY[0]}</p>")


@becomes(ARTICLE)
def direction_overrides_and_controls() -> str:
    return html(
        story="".join(f"<p>{s}</p>" for s in STORY)
        + "<p>A line &#x202e;that &#x2066;turns &#7;and &#27;[31m &#x9b;rings.\u202e\x08</p>"
    )


@becomes(ARTICLE)
def column_span_beyond_numbers() -> str:
    return html(
        "<table><tr><td colspan=9007199254740992>a<td rowspan=99999999999999999999>b<tr><td colspan=-1>c<td colspan=1e9>d</table>"
    )


@becomes(ARTICLE, TOO_LARGE)
def column_spans_without_end() -> str:
    return html("<table>" + "<tr><td colspan=1000 rowspan=65534>a" * 3_000 + "</table>")


@becomes(ARTICLE)
def list_that_counts_from_far() -> str:
    return html(
        "<ol start=99999999999999999999><li>a</ol><ol start=-5 reversed><li value=1e9>b</ol><ol start=x><li>c</ol>"
    )


@becomes(ARTICLE)
def table_of_many_cells() -> str:
    return html("<table>" + ("<tr>" + "<td>1" * 20) * 30 + "</table>")


@becomes(ARTICLE)
def empty_table_of_many_rows() -> str:
    return html("<table>" + "<tr><td></td></tr>" * 15_000 + "</table>")


@becomes(ARTICLE, "line-too-long")
def megabytes_in_one_paragraph() -> str:
    return html(story=PROSE + f"<p>{'word ' * 1_000_000}</p>")


@becomes(ARTICLE, TOO_LARGE)
def more_than_ten_megabytes() -> str:
    return html("x" * 12_000_000)


@becomes(ARTICLE)
def white_space_of_megabytes() -> str:
    return html("<p>" + " \n\t" * 1_000_000 + "</p><pre>" + " \n" * 500_000 + "</pre>")


@becomes(ARTICLE)
def line_breaks_by_the_thousand() -> str:
    return html("<p>" + "word<br>" * 3_000 + "</p>")


@becomes(ARTICLE)
def paragraphs_by_the_thousand() -> str:
    return html(story=PROSE + "".join(f"<p>{s}</p>" for s in sentences(2_000)))


@becomes(ARTICLE)
def links_by_the_ten_thousand() -> str:
    return html(numbered("<a href=/#>item #</a> ", 10_000))


@becomes(ARTICLE, "listing", "no-article")
def headings_by_the_thousand() -> str:
    return html(numbered("<h2>Heading number #</h2>", 2_000))


@becomes(ARTICLE)
def styles_of_megabytes() -> str:
    return html("", "<style>" + ".a{b:c}" * 500_000 + "</style>")


@becomes(ARTICLE)
def script_of_megabytes() -> str:
    return html("<script>" + "if(a<b){c='</div>'}" * 300_000 + "</script>")


@becomes(ARTICLE)
def zeros_between() -> bytes:
    return html(story="".join(f"<p>{s}</p>\0\0" for s in STORY)).encode()


@becomes(ARTICLE)
def zero_in_a_tag() -> bytes:
    return html("<di\0v>x</di\0v><p a\0b=c>y</p>").encode()


@becomes(ARTICLE)
def broken_utf8_between() -> bytes:
    return html("<p>\udcff</p>").encode("utf-8", "surrogateescape") + b"\xc3\x28\xa0\xa1\xe2\x28\xa1\xf0\x28\x8c\xbc"


@becomes(ARTICLE)
def page_without_any_frame() -> str:
    return PROSE


@becomes(ARTICLE)
def page_in_capitals() -> str:
    return html("<P>x<BR>").replace("<html", "<HTML").replace("body>", "BODY>").replace("article>", "ARTICLE>")


@becomes(ARTICLE)
def every_end_tag_missing() -> str:
    return f"<html><head><title>{TITLE}<" + "/title><body><h1>" + TITLE + "".join(f"<p>{s}" for s in STORY)


@becomes(ARTICLE)
def end_tags_without_number() -> str:
    return html("</div></p></b></table></body></html></br>" * 20_000)


@becomes(ARTICLE)
def heaps_of_marks_as_references() -> str:
    return html("<p>Z" + "&#x301;&#807;" * 40_000 + "</p>")


@becomes(ARTICLE)
def heaps_of_marks() -> str:
    return html("<p>Z" + "\u0301\u0327" * 100_000 + "</p>")


@becomes(ARTICLE)
def hangul_in_letters() -> str:
    return html("<p>" + "\u1100\u1161\u11a8" * 50_000 + "</p>")


@becomes(ARTICLE)
def ligature_that_grows() -> str:
    return html("<p>" + "\ufdfa" * 50_000 + "</p>")


@becomes(ARTICLE)
def shadow_root() -> str:
    return html("<my-x><template shadowrootmode=open><slot></slot></template></my-x>" * 2_000)


@becomes(ARTICLE)
def frame_with_a_page_in_it() -> str:
    return html("<iframe srcdoc='" + "&lt;script>alert(1)&lt;/script>" * 5_000 + "'></iframe>")


@becomes(ARTICLE)
def parameters_and_embeds() -> str:
    return html("<object data=x>" + "<param name=a value=b><embed src=c>" * 10_000 + "</object>")


@becomes(ARTICLE, "no-article", "listing", "empty")
def story_out_of_sight() -> str:
    return html(story=f"<div hidden style='display:none'>{PROSE}</div>")


@becomes(ARTICLE)
def image_map() -> str:
    return html("<map>" + "<area coords='1,2,3,4' href=/x>" * 20_000 + "</map>")
