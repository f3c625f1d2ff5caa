"""What a page says of itself: a small file for each kind of metadata.

titles   labels   bylines   attributions   sites   listings   digests   captions   languages
headlines   what one looks like, and what speaks for it; bylined: who and when below it; repeated: where it stands
            best, of the lines that say it; affixes: what stands round it
pairs       the labels and values of a line; stamps: the dates of one; rows: all that one says; datelines: dates alone
reporters   lines that name one; signatures: who signs; beside, nicknames, presented, rosters: names by their place
names       the names in a byline's value; people, people_east: which words are one; names.toml: what stands round them
outlets     the names of outlets and companies; naming, logos: what on a page may name its site
"""
