"""A small part of Markdown becomes a tree, safe HTML and plain text."""

import re
from html import unescape
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.markup.html import TAGS, to_html
from quizapp.markup.inline import parse_inline
from quizapp.markup.parse import parse
from quizapp.markup.plain import to_plain
from quizapp.markup.tree import Emphasis, Heading, Link, Listing, Paragraph, Strong, Text

MARKED: Final = st.text(alphabet="*[]()\\#- \n.1ab<>&\"'é/:https") | st.text()

EXAMPLES: Final = {
    "a": "<p>a</p>",
    "a\nb": "<p>a b</p>",
    "a  \nb": "<p>a<br>b</p>",
    "a\\\nb": "<p>a<br>b</p>",
    "a\n\nb": "<p>a</p><p>b</p>",
    "*a* b": "<p><em>a</em> b</p>",
    "**a b**, c": "<p><strong>a b</strong>, c</p>",
    "***a***": "<p><strong><em>a</em></strong></p>",
    "**a *b* c**": "<p><strong>a <em>b</em> c</strong></p>",
    "*a **b***": "<p><em>a <strong>b</strong></em></p>",
    "*a **b* c": "<p><em>a **b</em> c</p>",
    "2*3*4": "<p>2*3*4</p>",
    "a * b * c": "<p>a * b * c</p>",
    "*a": "<p>*a</p>",
    "**a*": "<p>**a*</p>",
    "*a [b](https://c.dk)": '<p>*a <a href="https://c.dk">b</a></p>',
    "****a****": "<p>****a****</p>",
    r"\*a\*": "<p>*a*</p>",
    "<b>a</b> & c": "<p>&lt;b&gt;a&lt;/b&gt; &amp; c</p>",
    "[a](https://b.dk/?x=1&y)": '<p><a href="https://b.dk/?x=1&amp;y">a</a></p>',
    "[a](javascript:b)": "<p>[a](javascript:b)</p>",
    "![a](https://b.dk/c.png)": '<p>!<a href="https://b.dk/c.png">a</a></p>',
    "- a\n- b\n  c": "<ul><li>a</li><li>b c</li></ul>",
    "* a\n* *b*": "<ul><li>a</li><li><em>b</em></li></ul>",
    "før:\n- a": "<p>før:</p><ul><li>a</li></ul>",
    "1. a\n2. b\nc": "<ol><li>a</li><li>b c</li></ol>",
    "1. verdenskrig": "<p>1. verdenskrig</p>",
    "5. juni 1849\n6. juni": "<p>5. juni 1849 6. juni</p>",
    "# a\n## b\n#### c": "<h2>a</h2><h3>b</h3><h4>c</h4>",
    "a\n## b\nc": "<p>a</p><h3>b</h3><p>c</p>",
    "#a": "<p>#a</p>",
    "a\0b\x07": "<p>ab</p>",
    "": "",
    " \n ": "",
}


@pytest.mark.parametrize("text", EXAMPLES)
def test_markup_becomes_safe_html(text: str) -> None:
    assert to_html(parse(text)) == EXAMPLES[text]


@given(MARKED)
def test_no_text_brings_a_tag_of_its_own(text: str) -> None:
    html = to_html(parse(text))
    tags = re.findall(r"<(/?)(\w*)([^>]*)>", html)
    assert all(name in TAGS for _, name, _ in tags)
    assert all(not rest or re.fullmatch(r' href="https?://[^"]*"', rest) for _, _, rest in tags)
    assert html.count("<") == len(tags) == html.count(">")


@given(MARKED)
def test_html_and_plain_text_hold_the_same_words(text: str) -> None:
    document = parse(text)
    words = unescape(re.sub(r"<[^>]*>", "", to_html(document)))
    told = re.sub(r" \(https?://\S*?\)|^(?:–|\d+\.) ", "", to_plain(document), flags=re.MULTILINE)
    if "[" not in text and "–" not in text and not re.search(r"\d", text):
        assert "".join(words.split()) == "".join(told.split())


@given(st.text(alphabet="abc æøå.,", min_size=1).filter(str.strip))
def test_a_text_without_marks_stays_as_it_is(text: str) -> None:
    assert to_plain(parse(text)).split() == text.split()


@given(MARKED)
def test_marks_that_fit_leave_no_trace_in_plain_text(text: str) -> None:
    bare = re.sub(r"[*\\\[\]]", "", text).strip()
    words = " ".join(bare.split())
    if words and words[0].isalnum() and words[-1].isalnum():
        assert to_plain((Paragraph(parse_inline(f"**{words}**")),)) == words


def test_plain_text_shows_lists_and_addresses() -> None:
    text = (
        "## *Kilder*\n- a\n- [b](https://c.dk)\n\n1. x\n2. y\n\n[https://c.dk](https://c.dk)  \nz"
    )
    assert to_plain(parse(text)) == (
        "Kilder\n\n– a\n– b (https://c.dk)\n\n1. x\n2. y\n\nhttps://c.dk\nz"
    )


def test_the_tree_keeps_what_was_meant() -> None:
    assert parse("# a\n- *b*\n\n**c** [d](http://e)") == (
        Heading(1, (Text("a"),)),
        Listing(((Emphasis((Text("b"),)),),)),
        Paragraph((Strong((Text("c"),)), Text(" "), Link("d", "http://e"))),
    )


def test_a_long_row_of_marks_is_read_at_once() -> None:
    for text in ("*a " * 20_000, "[" * 50_000, "**a *b" * 20_000, "[a](" * 20_000, "\\" * 50_000):
        assert parse(text)
