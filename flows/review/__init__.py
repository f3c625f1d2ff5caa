"""Seeing what was done: the review site, and what `explain` and `diff` share with it.

tables      an output read again: each page in a few facts, and whole rows of some
signs       what makes a page worth a look          sample      which pages are shown
lines       a page line by line: what happened to each, from a Doc
rebuild     the same from the output's rows alone    original    the pages as they were scraped
view        all that is shown of a page              truth       a page's truth, to be corrected
picking     one page by name                          terminal    a page in a terminal
totals      counts of a whole output                 plots       what of them is drawn
render      a data file a page, on all cores
build       the site: index.html and all data files, from templates/ and app/
cases       a marked page becomes a test case
compare     two outputs, page by page                 differences the same in a terminal
plain       text that cannot do anything: no control characters, no turned direction
"""
