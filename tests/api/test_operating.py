"""What operators see: the log, the metrics, the command."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.logs import LOGGER, JsonLines
from api.offline import OutgoingConnectionError
from tests.api.serving import FAULT, SLOW
from tests.conftest import heeding

ROOT = Path(__file__).parents[2]
SECRET = "Zanzibar"


@pytest.fixture
def lines() -> Iterator[list[dict[str, Any]]]:
    """The lines of the log, as they come."""
    import logging

    found: list[dict[str, Any]] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(json.loads(JsonLines().format(record)))

    handler = Collect()
    LOGGER.addHandler(handler)
    LOGGER.setLevel("INFO")
    yield found
    LOGGER.removeHandler(handler)


def test_a_request_is_a_line_with_its_id_and_no_text(client: httpx.Client, lines: list[dict[str, Any]]) -> None:
    body = {"documents": [{"id": SECRET, "text": f"{SECRET} is said to be far from Port Ennick {FAULT}."}]}
    client.post(f"/v1/briefs?q={SECRET}", json=body, headers={"X-Request-ID": "mine-1", "User-Agent": SECRET})
    client.get(f"/{SECRET}", headers={"X-Request-ID": "not an id"})
    time.sleep(0.1)
    first = next(line for line in lines if line["event"] == "request")
    assert (first["request_id"], first["route"], first["status"]) == ("mine-1", "/v1/briefs", 500)
    assert lines[-1]["route"] == "none"
    assert re.fullmatch("[0-9a-f]{16}", lines[-1]["request_id"])
    fault = next(line for line in lines if line["event"] == "fault")
    assert (fault["error"], fault["request_id"]) == ("ZeroDivisionError", "mine-1")
    assert "serving.py" in fault["where"]
    assert SECRET not in json.dumps(lines)


def test_the_metrics_count_by_route_and_tell_how_long_stages_take(
    client: httpx.Client, request_body: dict[str, Any]
) -> None:
    client.post("/v1/briefs", json={**request_body, "options": {"max_words": 41}})
    client.get("/who/knows/what")
    text = client.get("/metrics").text
    assert 'summarize_requests_total{method="GET",route="none",status="404"}' in text
    assert 'summarize_request_seconds_count{route="/v1/briefs"}' in text
    for stage in ("sentences", "embedding", "claims", "conflicts", "selection", "rendering"):
        assert f'summarize_stage_seconds_count{{stage="{stage}"}}' in text
    assert float(re.search(r"\nsummarize_sentences_total (\S+)", text)[1]) >= 10  # type: ignore[index]


def test_nothing_can_be_connected_to_once_it_is_forbidden() -> None:
    code = (
        "import socket; from api.offline import forbid_connections; forbid_connections()\n"
        "socket.socket().connect(('127.0.0.1', 9))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert OutgoingConnectionError.__name__ in done.stderr


def test_a_key_is_printed_once_and_its_line_lets_it_in() -> None:
    from api.security import digest

    done = subprocess.run([sys.executable, "-m", "api", "key", "desk"], capture_output=True, text=True, check=True)
    key = re.search(r"key, for its holder: (\S+)", done.stderr)
    assert key is not None
    assert done.stdout == f"desk:{digest(key[1])}\n"


@pytest.mark.model
def test_the_installed_service_gives_what_the_installed_command_gives() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "SUMMARIZE_API_PORT": str(port), "SUMMARIZE_API_WORKERS": "1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "api"], env=environment, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        asked = [sys.executable, "-m", "api", "health"]
        deadline = time.monotonic() + 300  # both models are compiled first, which takes minutes on a busy machine
        while subprocess.run(asked, env=environment, capture_output=True, check=False, cwd=ROOT).returncode:
            assert server.poll() is None
            assert time.monotonic() < deadline
        articles = ROOT / "examples" / "breach" / "articles.jsonl"
        documents = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
        command = [sys.executable, "-m", "summarize", str(articles), "-f", "json", "-w", "120"]
        printed = subprocess.run(command, capture_output=True, check=True).stdout
        url = f"http://127.0.0.1:{port}"
        for given in (documents[:-1], documents):  # all but one are remembered when the last one comes
            body = {"documents": given, "options": {"max_words": 120}}
            answer = httpx.post(f"{url}/v1/briefs", json=body, trust_env=False)
        assert answer.content == printed
        metrics = httpx.get(f"{url}/metrics", trust_env=False).text
        assert 'summarize_vector_requests_total{result="hit"}' in metrics
    finally:
        server.send_signal(signal.SIGTERM)
        said = server.communicate(timeout=30)[1]
    assert server.returncode == 0
    assert f"http://127.0.0.1:{port}/" in said
    assert "Traceback" not in said


SERVER = "from tests.api.pauses import main; {}; main()"


@contextmanager
def served(before: str = "pass", **how: Any) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server in a process of its own, one of whose workers is ready, and its address."""
    command = [sys.executable, "-c", SERVER.format(before)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, **how)
    try:
        assert server.stdout is not None
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        while httpx.get(f"{url}/readyz", trust_env=False).status_code != 200:
            time.sleep(0.1)
        yield server, url
    finally:
        server.kill()
        server.communicate()


def brief(url: str, word: str = "x") -> int:
    body = {"documents": [{"text": f"A ferry struck the North Mole on Tuesday, said {word} the captain."}]}
    return httpx.post(f"{url}/v1/briefs", json=body, trust_env=False, timeout=30).status_code


HANGUP = "from api.command import _end_with_terminal; _end_with_terminal()"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_when_its_terminal_ends_or_it_is_told_to_what_is_running_is_finished(number: int) -> None:
    with (
        served(HANGUP, stderr=subprocess.DEVNULL, start_new_session=True, **heeding(number)) as (server, url),
        ThreadPoolExecutor(1) as threads,
    ):
        running = threads.submit(brief, url, f"{SLOW}4 ")
        deadline = time.monotonic() + 30
        while "summarize_workers_busy 1.0" not in httpx.get(f"{url}/metrics", trust_env=False).text:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        if number == signal.SIGHUP:
            os.killpg(server.pid, number)  # it goes to all that the terminal has started
        else:
            server.send_signal(number)
        assert running.result() == 200
        server.wait(30)


def test_what_was_told_to_go_on_without_its_terminal_serves_on() -> None:
    ignored = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); {HANGUP}"
    with served(ignored, stderr=subprocess.DEVNULL, start_new_session=True) as (server, url):
        os.killpg(server.pid, signal.SIGHUP)
        assert brief(url) == 200


def test_where_nobody_reads_the_log_it_serves_on() -> None:
    reading, writing = os.pipe()
    with served(stderr=writing) as (server, url):
        os.close(reading)
        os.close(writing)
        assert [brief(url, str(number)) for number in range(3)] == [200] * 3
        server.send_signal(signal.SIGPIPE)
        assert brief(url) == 200
