"""What the machine lets this process use: processors, and the instructions that decide how fast int8 runs."""

from __future__ import annotations

import math
import os
import platform
from pathlib import Path

INT8_FEATURES = frozenset(
    {"avx2", "avx512bw", "avx512_vnni", "avx_vnni", "avx_vnni_int8", "amx_int8", "asimd", "asimddp", "i8mm", "sve"}
)


def usable_cpus() -> int:
    """How many threads of work this process may run at once, at least 1.

    The smallest of: the processors in its affinity mask, its cgroup's processor quota (what `docker run --cpus` sets)
    and OMP_NUM_THREADS, by which people limit every numeric library at once.
    """
    limits = [_affinity(), _cgroup_quota(Path("/proc/self/cgroup"), Path("/sys/fs/cgroup"))]
    wanted = os.environ.get("OMP_NUM_THREADS", "").partition(",")[0].strip()
    if wanted.isdecimal():
        limits.append(int(wanted))
    return max(1, math.ceil(min(limits)))


def int8_kind() -> str:
    """The processor's architecture and its instructions for int8, such as "x86_64 avx2 avx_vnni".

    A quantised model rounds and saturates differently where these differ, so what was checked on one kind of
    processor has to be checked again on another.
    """
    found: set[str] = set()
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                label, _, value = line.partition(":")
                if label.strip() in {"flags", "Features"}:
                    found = set(value.split()) & INT8_FEATURES
                    break
    except OSError:
        pass  # not Linux: the architecture has to do
    return " ".join([platform.machine(), *sorted(found)])


def _affinity() -> float:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # macOS and Windows have no affinity mask to ask for


def _cgroup_quota(membership: Path, root: Path) -> float:
    """The processors that the control groups named in `membership` allow, infinity when they set no limit.

    A group is bound by every group above it, so each level counts. Inside a container the path may not exist under
    `root`, which then shows the container's own group.
    """
    quota = math.inf
    try:
        lines = membership.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return quota
    for line in lines:
        _, _, rest = line.partition(":")
        controllers, _, group = rest.partition(":")
        if controllers and "cpu" not in controllers.split(","):
            continue
        hierarchy = root / controllers if controllers else root
        if controllers and not hierarchy.is_dir():
            hierarchy = root / "cpu"
        level = hierarchy / group.lstrip("/")
        while True:
            quota = min(quota, _version_1(level) if controllers else _version_2(level))
            if level == hierarchy or hierarchy not in level.parents:
                break
            level = level.parent
    return quota


def _version_2(group: Path) -> float:
    try:
        allowed, _, period = (group / "cpu.max").read_text(encoding="ascii").strip().partition(" ")
        return math.inf if allowed == "max" else int(allowed) / int(period or 100_000)
    except (OSError, ValueError, ZeroDivisionError):
        return math.inf


def _version_1(group: Path) -> float:
    try:
        allowed = int((group / "cpu.cfs_quota_us").read_text(encoding="ascii"))
        period = int((group / "cpu.cfs_period_us").read_text(encoding="ascii"))
        return allowed / period if allowed > 0 else math.inf
    except (OSError, ValueError, ZeroDivisionError):
        return math.inf
