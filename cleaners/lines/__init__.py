"""How likely each line of flattened text is a part of the article, by trees like those of cleaners.dom.

view.py       a page of lines as a walk with next to no elements, for the features of cleaners.dom
features.py   those that make sense for lines, and those that only lines have (features_….py, words.py)
judge.py      how likely each line is, by the trees
model.npz     the trees, made by `python -m bench.train_lines`
rejudge.py    the same by a second round of trees, which know what the first think (features_odds.py)
second.npz    these, made by `python -m bench.train_rejudge`
"""
