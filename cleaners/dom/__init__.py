"""What the HTML door is made of, in the order in which a page meets it.

scan, nest  is the page safe to parse?     flatten     the way round for one that is not
head        what it says outside its text  tags        what each tag does to the text
walk        the one walk: pieces           tables      rows of data; words: what classes say
payloads    text that scripts were sent, with payload_data and payload_blocks
features    a piece in its place, as numbers: of its text, place, article, neighbours, page
trees       how likely it is the article   choose      the page's bar
readers     comments, as the caller wants  vote        trafilatura's, where there is doubt
blocks      pieces as blocks of a Doc      markdown    their links, emphasis and code
"""
