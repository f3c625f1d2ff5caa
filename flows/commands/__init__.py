"""The commands of `pagewash`: a module each, of one function that is named like the command.

clean       pages to Parquet, once
review      a site that shows what was done       explain     one page in the terminal
diff        two outputs, page by page             case        a marked page becomes a test case
serve       the same on schedule
choices     what the two have in common
"""
