"""What a page says of itself: a small file for each kind of metadata.

titles      labels, pairs  bylines, rows, datelines, stamps, signatures   attributions, sites   listings   digests   captions   languages
names       the names in a byline's value; people, people_east: which words are one; names.toml: what stands round them
outlets     the names of outlets and companies
"""
