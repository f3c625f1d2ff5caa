"""What a page says of itself: a small file for each kind of metadata.

titles      labels       bylines, rows, datelines, signatures   attributions, sites   listings   digests   captions
languages   pairs        the labels and values of a line; stamps: the dates of one
names       the names in a byline's value; people, people_east: which words are one; names.toml: what stands round them
outlets     the names of outlets and companies
"""
