"""What knows Prefect, beside flows.clean, its flow.

report      what its UI shows of a run
cluster     its Dask and Ray, for shards
server      the server that runs report to, or one of our own
deployment  what `pagewash serve` serves
"""
