"""Threads follow the processors that the process may use."""

from __future__ import annotations

import math
import os
from pathlib import Path

import pytest

from summarize.models import machine


@pytest.fixture
def unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr(machine, "_affinity", lambda: 8)
    monkeypatch.setattr(machine, "_cgroup_quota", lambda *paths: math.inf)


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="no affinity masks on this system")
def test_affinity_limits_the_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        assert machine.usable_cpus() == 1
    finally:
        os.sched_setaffinity(0, allowed)


@pytest.mark.usefixtures("unlimited")
@pytest.mark.parametrize(("value", "threads"), [("3", 3), ("3,2", 3), ("20", 8), ("0", 1), ("many", 8), ("", 8)])
def test_omp_num_threads_limits_the_threads(monkeypatch: pytest.MonkeyPatch, value: str, threads: int) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", value)
    assert machine.usable_cpus() == threads


@pytest.mark.usefixtures("unlimited")
@pytest.mark.parametrize(("quota", "threads"), [(2.5, 3), (0.5, 1), (4.0, 4), (math.inf, 8)])
def test_a_part_of_a_processor_counts_as_one(monkeypatch: pytest.MonkeyPatch, quota: float, threads: int) -> None:
    monkeypatch.setattr(machine, "_cgroup_quota", lambda *paths: quota)
    assert machine.usable_cpus() == threads


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="ascii")


def test_the_tightest_quota_of_the_groups_above_counts(tmp_path: Path) -> None:
    write(tmp_path / "membership", "0::/pods/one/app\n")
    write(tmp_path / "fs/cpu.max", "max 100000\n")
    write(tmp_path / "fs/pods/cpu.max", "400000 100000\n")
    write(tmp_path / "fs/pods/one/cpu.max", "150000 100000\n")
    write(tmp_path / "fs/pods/one/app/cpu.max", "max 100000\n")
    assert machine._cgroup_quota(tmp_path / "membership", tmp_path / "fs") == 1.5


def test_inside_a_container_the_root_is_the_containers_own_group(tmp_path: Path) -> None:
    write(tmp_path / "membership", "0::/\n")
    write(tmp_path / "fs/cpu.max", "200000 100000\n")
    assert machine._cgroup_quota(tmp_path / "membership", tmp_path / "fs") == 2


def test_quotas_of_the_first_version_of_control_groups_count(tmp_path: Path) -> None:
    write(tmp_path / "membership", "5:memory:/docker/x\n4:cpu,cpuacct:/docker/x\n0::/\n")
    write(tmp_path / "fs/cpu,cpuacct/docker/x/cpu.cfs_quota_us", "300000\n")
    write(tmp_path / "fs/cpu,cpuacct/docker/x/cpu.cfs_period_us", "100000\n")
    write(tmp_path / "fs/cpu,cpuacct/cpu.cfs_quota_us", "-1\n")
    write(tmp_path / "fs/cpu,cpuacct/cpu.cfs_period_us", "100000\n")
    assert machine._cgroup_quota(tmp_path / "membership", tmp_path / "fs") == 3


@pytest.mark.parametrize("content", ["", "max", "0 0", "nonsense", "-1 100000x"])
def test_a_group_without_a_readable_quota_sets_none(tmp_path: Path, content: str) -> None:
    write(tmp_path / "membership", "0::/\n")
    write(tmp_path / "fs/cpu.max", content)
    assert machine._cgroup_quota(tmp_path / "membership", tmp_path / "fs") == math.inf
    assert machine._cgroup_quota(tmp_path / "absent", tmp_path / "fs") == math.inf


def test_the_kind_of_processor_names_the_architecture_and_is_stable() -> None:
    assert machine.int8_kind() == machine.int8_kind()
    assert machine.int8_kind().split()[0] == os.uname().machine
