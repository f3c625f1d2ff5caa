"""The commands of `pagewash`: a module each, of one function that is named like the command.

clean       pages to Parquet, once                serve       the same on schedule
review      a site that shows what was done       explain     one page in the terminal
diff        two outputs, page by page             case        a marked page becomes a test case
choices     what clean and serve have in common   saying    sentences to the terminal
"""
