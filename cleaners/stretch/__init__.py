"""Where the article stands among flattened lines: what cleaners.outline is made of.

weights.py        what each line weighs, above 0 what reads like an article, below 0 what reads like furniture
openings.py       what opens an article ahead of its first sentence
going_on.py       how far it goes beyond its best stretch, and where it ends before
edges.py          short lines of its own at both ends
own_lists.py      the lists that it begins and ends with
last_sections.py  its last sections, which have no sentences
"""
