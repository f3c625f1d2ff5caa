"""The edge of pagewash: all that reads, writes, schedules and prints.

cli         the command line, `pagewash` or `python -m flows`
commands/   a module for each of its commands
clean       the Prefect flow, and its task: a shard
engine/     what else knows Prefect: its UI, its clusters, its servers, schedules

run         a whole run: inputs, shards, what is gone
plans       what there is to do                       watch       who is told of it
crew        who works on the shards                   retries     what is tried again
work        one shard, from its pages to its parts    pool        cleaning in several processes

inputs      what a user names: folders, files, patterns, URIs
walk        the files below them                      places      file systems, here and elsewhere
sources/    from a file to the pages in it            shards      files in units of work
cursor      one reading that shards share
guard       processes that can be killed              helper      what runs in them; warm: what they share
apart       reading in one of them                    names       names as the output may hold them

parts       schemas, and the rows of a page           writer      rows in, whole Parquet files out
footers     what a part says of itself                earlier     rows that earlier runs left
store       where a run writes                        card        the dataset card
options     what a user may choose                    summary     what a run did, in numbers and in print
history     the runs that an output has seen          review/     seeing what was done
"""
