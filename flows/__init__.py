"""The edge of pagewash: all that reads, writes, schedules and prints.

cli         the command line, `pagewash` or `python -m flows`
clean       the Prefect flow: a task a shard
sources     from files and folders to shards of pages
parts       from cleaned pages to Parquet parts
summary     what a run did, in numbers and in print
"""
