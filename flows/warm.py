"""Loads what every helper process needs, once: the server that helpers are forked from imports it."""

import gc
import os

# Arrow's own allocator sets a gigabyte aside at once, which would count as the first container's.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")

import flows.helper  # noqa: F401 - loaded, not used
from cleaners.page import Page
from flows.parts import clean_to_rows

_SENTENCE = "Read the rules, the models and the word lists once, not in every process that is to use them. "

_NAMED = "The Courier\nWarm up your hands\nJane Doe\nShare\n"  # who writes, and for whom, is looked up in word lists

for _content in (f"<html><body><article><h1>Warm up</h1><p>{_SENTENCE * 4}</article>", _NAMED + _SENTENCE * 4):
    clean_to_rows(Page("warm", "up", _content.encode()), "auto")
gc.collect()
gc.freeze()  # so that the collector does not touch, and thereby copy, what forked processes share
