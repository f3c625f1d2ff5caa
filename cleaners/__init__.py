"""The pure core of pagewash: pages in, cleaned Docs out. No files written, no network, no clock, no log.

block       one unit of a page             doc         Cut, Metadata, Doc: the one thing that flows
page        from a page's bytes to its Doc, whatever the bytes are
decode      bytes to text                  encodings, letters: what they are known by; doubled, marks: what is mended
other_kinds text that is no page           mhtml       a page as browsers save it
from_text   door: flattened text           from_html   door: HTML; dom/ is what it is made of
recipe      the cleaners in order; clean_html, clean_text, article_text
dates       dates as pages write them      calendars/  what dates are made of
markdown    an article as Markdown         tables      words as data
fold        what two spellings share       shape       what a line looks like
lazy        properties worked out once
phrases     which phrases a line holds     load        the rules files
kinds       what kind of line it is        patterns    what lines say together
outline     where the article stands       weights, edges, going_on: what it goes by
openings    what opens an article          own_lists   the lists that it begins and ends with
likelihoods where trees overrule the cleaners, on flattened text; lines/ is what they see
evidence    what more than one cleaner weighs: neighbours, lists, topics
sections    what a heading of furniture opens
debris      inline remains of markup       headings    which short lines are headings
verdict     is what remains an article?
furniture/  a cleaner for each kind        metadata/   a reader for each kind
testimony/  what HTML says of its article, and what is believed of that
"""
