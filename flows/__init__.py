"""The edge of pagewash: all that reads, writes, schedules and prints.

cli         the command line, `pagewash` or `python -m flows`
commands/   a module for each of its commands
clean       the Prefect flow: a task a shard
run         a whole run: inputs, shards, what is gone
work        one shard, from its pages to its parts

inputs      what a user names: folders, files, patterns, URIs
walk        the files below them                  places      file systems, here and elsewhere
sources/    from a file to the pages in it        shards      files in units of work
cursor      one reading that shards share         pool        cleaning in several processes
guard       processes that can be killed          helper      what runs in them; warm: what they share
apart       reading in one of them                names       names as the output may hold them

parts       schemas, and the rows of a page       writer      rows in, whole Parquet files out
footers     what a part says of itself            earlier     rows that earlier runs left
store       where a run writes                    card        the dataset card
options     what a user may choose                summary     what a run did, in numbers and in print
"""
