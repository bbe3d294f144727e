"""What is said of a batch while it runs: to people in a line, to Prometheus as a text file."""

from __future__ import annotations

from collections.abc import Mapping

from summarize.batch.run import Batch, Tally


def line(batch: Batch) -> str:
    """How far it is: "1,204 of about 10,000 made, 3 failed, 5.1 a second, about 0:28:43 left"."""
    tally, share = batch.tally, batch.given.share_read()
    done = tally.made + tally.kept + tally.failed
    of = f" of about {round(tally.given / share):,}" if share and share < 1 else ""
    parts = [f"{done:,}{of} done"]
    if tally.kept:
        parts.append(f"{tally.kept:,} of them before")
    if tally.failed:
        parts.append(f"{tally.failed:,} failed")
    rate = (tally.made + tally.failed) / tally.seconds if tally.seconds else 0.0
    if rate and tally.made:
        parts.append(f"{rate:.1f} a second" if rate >= 1 else f"{1 / rate:.1f} seconds each")
    if share and rate and tally.made and (share < 1 or done < tally.given):
        left = (tally.given / share - done) / rate
        parts.append(f"about {_clock(left)} left")
    return ", ".join(parts)


def stages(tally: Tally) -> str:
    """A line a stage: seconds of all workers together, the share of them, milliseconds a result."""
    whole = sum(tally.stages.values())
    return "".join(
        f"{stage:<10} {seconds:10.1f} s {seconds / whole:7.1%} {1000 * seconds / max(1, tally.made):8.1f} ms each\n"
        for stage, seconds in tally.stages.items()
        if whole
    )


def metrics(batch: Batch) -> str:
    """The state of the batch in the text format of Prometheus, for the textfile collector of its node exporter."""
    tally = batch.tally
    samples: list[tuple[str, str, str, dict[str, float]]] = [
        ("collections_total", "counter", "Collections by what became of them.", _outcomes(tally)),
        ("failures_total", "counter", "Collections that came to nothing, of whatever type.", {"": tally.failed}),
        ("stage_seconds_total", "counter", "Seconds of workers, by stage.", _labelled("stage", dict(tally.stages))),
        ("busy_workers", "gauge", "Workers that are making a result.", {"": batch.busy}),
        ("read_ratio", "gauge", "Share of the input that has been read.", {"": batch.given.share_read() or 0.0}),
        ("seconds", "gauge", "Seconds since the batch began.", {"": tally.seconds}),
    ]
    return "".join(
        f"# HELP summarize_batch_{name} {help}\n# TYPE summarize_batch_{name} {kind}\n"
        + "".join(f"summarize_batch_{name}{labels} {value:g}\n" for labels, value in values.items())
        for name, kind, help, values in samples
    )


def _outcomes(tally: Tally) -> dict[str, float]:
    done = {"made": tally.made, "kept": tally.kept}
    failed: dict[str, float] = {
        f'{{outcome="failed",type="{kind}"}}': count for kind, count in sorted(dict(tally.problems).items())
    }
    return {**_labelled("outcome", done), **failed}


def _labelled(label: str, values: Mapping[str, float]) -> dict[str, float]:
    return {f'{{{label}="{name}"}}': value for name, value in values.items()}


def _clock(seconds: float) -> str:
    minutes, rest = divmod(max(0, round(seconds)), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
