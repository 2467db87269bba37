"""The validity meter: its dictionary is looked up as pythainlp's own tree would be."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.tokenize.newmm import segment
from pythainlp.util import Trie

from normalize.validity import Dictionary, measure
from normalize.words.text import LONG, LONGEST, remembered

LETTERS = "กขคงเา่"
some = st.text(LETTERS, min_size=1, max_size=6)


@given(st.lists(some, max_size=30), st.text(LETTERS, max_size=12))
def test_words_at_a_place(words: list[str], text: str) -> None:
    tree, dictionary = Trie(words), Dictionary(words)
    assert len(dictionary) == len(tree)
    for start in range(len(text)):
        assert dictionary.prefixes(text, start) == tree.prefixes(text, start)


@given(st.lists(some, max_size=8), st.text(LETTERS, min_size=1, max_size=12))
def test_words_that_make_up_a_text(words: list[str], text: str) -> None:
    made = {0}
    for end in range(1, len(text) + 1):
        if any(text[start:end] in words for start in made):
            made.add(end)
    assert Dictionary(words).fill(text) is (len(text) in made)


def test_a_run_made_of_words_is_known_as_it_is_to_newmm() -> None:
    dictionary = Dictionary(thai_words())
    words = sorted(dictionary)
    for start in range(0, len(words), 997):
        run = "".join(words[start : start + 1500 : 500])
        if set(run) <= set(map(chr, range(0x0E01, 0x0E4F))):
            assert dictionary.fill(run)
            known = sum(len(token) for token in segment(run, dictionary) if token in dictionary)
            assert known == len(run)


def test_segments_are_those_of_the_tree() -> None:
    words = sorted(thai_words())
    few = random.Random(8).sample(words, 3_000)
    tree, dictionary = Trie(few), Dictionary(few)
    for start in range(0, 3_000, 7):
        run = "".join(few[start : start + 5]) + words[start]
        assert segment(run, dictionary) == segment(run, tree)


def test_share_of_dictionary_words() -> None:
    read = measure("สำนักงานเขตบางซื่อ ฎฏฐฑ")
    assert read is not None
    assert read.thai == 22
    assert read.dictionary_share == round(18 / 22, 4)
    assert measure("1234 abc") is None


def test_texts_are_remembered_but_for_the_longest() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    for text in ("ก", "ข" * (LONG + 1), "ค" * (LONGEST + 1)):
        assert length(text) == length(text) == len(text)
    assert [len(text) for text in asked] == [1, LONG + 1, LONGEST + 1, LONGEST + 1]
