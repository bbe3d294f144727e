"""Many collections, one result each: on the processors of this machine, or on a cluster of Ray."""

from summarize.batch.collection import Collection, Problem
from summarize.batch.inputs import open_input
from summarize.batch.job import BriefJob, CheckJob, Job, StoriesJob
from summarize.batch.run import Batch, Shard, Tally, TooManyFailures
from summarize.batch.store import ResultFolder
from summarize.errors import BatchError

__all__ = [
    "Batch",
    "BatchError",
    "BriefJob",
    "CheckJob",
    "Collection",
    "Job",
    "Problem",
    "ResultFolder",
    "Shard",
    "StoriesJob",
    "Tally",
    "TooManyFailures",
    "open_input",
]
