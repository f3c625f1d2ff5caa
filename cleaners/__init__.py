"""The pure core of pagewash: text in, a cleaned Doc out. No files written, no network, no clock, no log.

doc         Block, Cut, Metadata, Doc: the one thing that flows
recipe      the cleaners in order; clean_text, article_text
page        from a page's bytes to its Doc, whatever the bytes are
decode      bytes to text                  from_text   text to blocks
dates       dates as pages write them
fold        what two spellings share       shape       what a line looks like
phrases     which phrases a line holds     load        the rules files
kinds       what kind of line it is        outline     where the article stands
evidence    what more than one cleaner weighs: neighbours, lists, topics
sections    what a heading of furniture opens
debris      inline remains of markup       headings    which short lines are headings
verdict     is what remains an article?
furniture/  a cleaner for each kind        metadata/   a reader for each kind
"""
