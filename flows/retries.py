"""Storage that stumbles: what is tried again, and when."""

import errno
import time

from flows.shards import Shard
from flows.store import OutputError
from flows.work import Done, Job, Tools, clean_shard

DELAYS = (1, 5, 25)  # seconds before a shard is tried again
_LASTING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EFBIG, errno.ENOTDIR})


def may_pass(error: object) -> bool:
    """True where trying again may help: storage that could not be written, unless it is full or forbidden.

    A bad page is no reason to try again, nor is a defect.
    """
    if not isinstance(error, OutputError):
        return False
    return not (isinstance(error.__cause__, OSError) and error.__cause__.errno in _LASTING)


def clean_patiently(shard: Shard, job: Job, tools: Tools) -> Done:
    """clean_shard, tried again where that may help; raises what the last try does."""
    for delay in DELAYS:
        try:
            return clean_shard(shard, job, tools)
        except OutputError as error:
            if not may_pass(error):
                raise
            time.sleep(delay)
    return clean_shard(shard, job, tools)
