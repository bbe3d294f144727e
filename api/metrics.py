"""What the service tells Prometheus. No label holds anything a client chose."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """The metrics of one running service, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.requests = Counter(
            "summarize_requests", "Requests answered.", ["method", "route", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "summarize_request_seconds",
            "Time from a request's head to the end of its answer.",
            ["route"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.stages = Histogram(
            "summarize_stage_seconds",
            "Time in each stage of a brief, a check or stories.",
            ["stage"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.sentences = Counter(
            "summarize_sentences", "Sentences of the sources of briefs and checks.", registry=self.registry
        )
        self.in_flight = Gauge("summarize_in_flight", "Requests being answered.", registry=self.registry)
        self.busy = Gauge("summarize_workers_busy", "Workers at a job.", registry=self.registry)
        self.waiting = Gauge("summarize_waiting", "Requests that wait for a worker.", registry=self.registry)
        self.cache = Counter("summarize_cache_requests", "Briefs looked up.", ["result"], registry=self.registry)
        self.vectors = Counter(
            "summarize_vector_requests",
            "Sentences looked up among those remembered.",
            ["result"],
            registry=self.registry,
        )
        self.workers = Counter("summarize_worker_events", "Workers come and gone.", ["event"], registry=self.registry)

    def render(self) -> bytes:
        """The text exposition format."""
        return generate_latest(self.registry)
