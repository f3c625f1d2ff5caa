"""From a file to the pages in it: a module for each kind of container, one generator in each.

pages       which kind a file is                 single      files that are one page each
records     a record's fields: page, URL, title, date …
jsonlines   JSON Lines, one record a line        delimited   CSV and TSV
columnar    Parquet and Arrow                    warcs       WARC and WET, by fastwarc
answers     HTTP answers in them                 archives    zip and tar

Every generator goes on behind damage as far as it can; the damage is a page that was not read, and
says where.
"""
