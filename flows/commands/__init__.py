"""The commands of `pagewash`: a module each, of one function that is named like the command.

clean       pages to Parquet, once
serve       the same on schedule
choices     what the two have in common
"""
