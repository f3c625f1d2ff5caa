"""Seeing what was done: the review site, and what `explain` and `diff` share with it.

tables      an output read again: facts, rows          original     the pages as they were scraped
lines       a page line by line, from a Doc            rebuild      the same from the output's rows alone
view        all that is shown of a page                truth        its truth, for a person to correct
signs       what makes a page worth a look             sample       which pages are shown
totals      counts of a whole output                   plots        what of them is drawn
overview    index.html, from templates/ and app/       render       a data file a page, on all cores
build       the site as a whole                        cases        a marked page becomes a test case
picking     one page by name                           looking      what is done to it, found out in a process apart
terminal    a page in a terminal                       compare      two outputs, page by page
differences the same in a terminal
plain       text that can do nothing to a terminal or to the line it stands in
"""
