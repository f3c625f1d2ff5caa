"""The abuse corpus: pages and containers that break tools, each made by a function that says what must become of it.

cases      how a case is written         no_pages   bytes that are no page
data_kinds  data and records                servers    what stands in the place of a page
encodings   bytes in the wrong encoding     markup     nightmares of HTML parsers
claims     what pages say of themselves  texts      nightmares of flattened text
packed      damaged and lying containers    mangled    more of them
"""
