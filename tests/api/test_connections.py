"""There may be so many connections and no more, however many are asked for."""

from __future__ import annotations

import logging
import resource
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from api.connection import RESERVE
from api.logs import Seldom
from api.server import room_for
from tests.api.serving import serving
from tests.api.test_problems import assert_problem

ROOT = Path(__file__).parents[2]


def connect(port: int | None) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port or 0), timeout=5)


def test_beyond_so_many_connections_a_request_is_turned_away_but_a_probe_is_not() -> None:
    with serving(max_connections=3) as client:
        kept = [connect(client.base_url.port) for _ in range(3)]
        time.sleep(0.2)
        with httpx.Client(base_url=client.base_url, trust_env=False) as surplus:
            assert surplus.get("/livez").status_code == 200
            refused = surplus.get("/v1/version")
            assert_problem(refused, 503, "busy")
            assert (refused.headers["Retry-After"], refused.headers["Connection"]) == ("5", "close")
            for one in kept:
                one.close()
            time.sleep(0.2)
            assert surplus.get("/v1/version").status_code == 200


def test_what_is_more_than_a_few_beyond_is_told_so_and_closed_at_once() -> None:
    with serving(max_connections=3) as client:
        kept = [connect(client.base_url.port) for _ in range(2 + RESERVE)]
        time.sleep(0.2)
        for _ in range(5):
            with connect(client.base_url.port) as surplus:
                said = surplus.recv(4096)
                assert said.startswith(b"HTTP/1.1 503 Service Unavailable\r\n")
                assert b"urn:summarize:problem:busy" in said
                assert surplus.recv(4096) == b""
        assert client.get("/v1/version").status_code == 200
        for one in kept:
            one.close()


def test_those_beyond_are_closed_soon_when_they_ask_for_nothing() -> None:
    with serving(max_connections=1) as client:
        client.get("/livez")
        with connect(client.base_url.port) as surplus:
            begun = time.monotonic()
            assert surplus.recv(1) == b""
            assert time.monotonic() - begun < 4


@pytest.mark.parametrize("limit", [700, 1024])
def test_more_connections_than_there_are_descriptors_end_nothing_and_fill_no_log(limit: int) -> None:
    command = f"ulimit -n {limit} && exec {sys.executable} -m tests.api.pauses"
    server = subprocess.Popen(
        ["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        url = f"http://127.0.0.1:{port}/v1/version"
        with httpx.Client(trust_env=False, limits=httpx.Limits(keepalive_expiry=60)) as client:
            client.get(url)
            idle = [connect(port) for _ in range(1300)]
            assert client.get(url).status_code == 200
            for one in idle:
                one.close()
            time.sleep(0.5)
            assert httpx.get(url, trust_env=False).status_code == 200
    finally:
        server.terminate()
        _, log = server.communicate(timeout=30)
    assert len(log) < 10_000


def test_the_limit_of_descriptors_is_raised_or_the_number_of_connections_kept_below_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limits = [256, 4096]
    monkeypatch.setattr(resource, "getrlimit", lambda _: tuple(limits))
    monkeypatch.setattr(resource, "setrlimit", lambda _, new: limits.__setitem__(slice(None), new))
    assert room_for(512, workers=2) == 512
    assert 512 < limits[0] <= 4096
    assert 1000 < room_for(100_000, workers=2) < 4096
    assert limits == [4096, 4096]


def test_a_line_of_the_server_that_comes_again_and_again_is_said_once_in_a_while() -> None:
    seldom = Seldom(seconds=10)
    lines = [logging.makeLogRecord({"msg": "out of descriptors", "created": 1000 + n / 100}) for n in range(2000)]
    said = [line for line in lines if seldom.filter(line)]
    assert [line.created for line in said] == [1000, 1010]
    assert said[1].fields == {"left_out": 999}  # type: ignore[attr-defined]
    assert seldom.filter(logging.makeLogRecord({"msg": "something else", "created": 1000}))
