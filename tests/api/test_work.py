"""Briefs are made beside the server's loop, so many at once and no more, and places are freed."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from summarize import Document, Options, summarize
from summarize.models.probe import SENTENCES
from summarize.rendering import Format, render
from tests.api.serving import (
    CRASH,
    FAULT,
    SLOW,
    IdentifiedEncoder,
    load_identified,
    load_nothing,
    load_slowly,
    serving,
)
from tests.api.test_problems import assert_problem

ROOT = Path(__file__).parents[2]


def body(word: str) -> dict[str, Any]:
    return {
        "documents": [{"text": f"A ferry struck the North Mole at Port Ennick on Tuesday, said {word} the captain."}]
    }


def post(client: httpx.Client, word: str, **options: Any) -> httpx.Response:
    return client.post("/v1/briefs", json=body(word), **options)


def test_the_server_is_alive_before_it_is_ready() -> None:
    with serving(load=load_slowly, wait=False) as client:
        assert client.get("/livez").status_code == 200
        assert "Retry-After" in client.get("/readyz").headers
        assert_problem(client.get("/readyz"), 503, "not-ready")
        assert_problem(post(client, "x"), 503, "not-ready")
        assert client.get("/v1/version").json()["model"] is None


def test_a_model_that_is_not_there_is_told_to_the_probe() -> None:
    with serving(load=load_nothing, wait=False) as client:
        deadline = time.monotonic() + 20
        while "the model is not there" not in client.get("/readyz").text:
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_the_loop_answers_at_once_while_briefs_are_made(client: httpx.Client, request_body: dict[str, Any]) -> None:
    with ThreadPoolExecutor(4) as threads:
        made = [
            threads.submit(client.post, "/v1/briefs", json={**request_body, "options": {"max_words": 60 + n}})
            for n in range(12)
        ]
        waits = []
        while not all(one.done() for one in made):
            begun = time.perf_counter()
            client.get("/livez")
            waits.append(time.perf_counter() - begun)
    assert {one.result().status_code for one in made} == {200}
    assert sorted(waits)[len(waits) // 2] < 0.05


def test_a_brief_made_before_is_answered_at_once(client: httpx.Client, request_body: dict[str, Any]) -> None:
    waits = []
    for _ in range(20):
        begun = time.perf_counter()
        client.post("/v1/briefs", json=request_body)
        waits.append(time.perf_counter() - begun)
    assert sorted(waits)[len(waits) // 2] < 0.03


def test_past_the_queue_a_request_is_turned_away_and_told_when_to_come_back() -> None:
    with serving(queue=1) as client, ThreadPoolExecutor(3) as threads:
        admitted = [threads.submit(post, client, f"{SLOW}1.{n}") for n in (1, 2)]
        time.sleep(0.4)
        turned_away = post(client, "x")
        assert_problem(turned_away, 503, "busy")
        assert int(turned_away.headers["Retry-After"]) >= 1
        assert [one.result().status_code for one in admitted] == [200, 200]
        assert post(client, "x").status_code == 200


def test_a_brief_that_takes_too_long_ends_and_its_worker_is_free_again() -> None:
    with serving(request_timeout=0.5) as client:
        begun = time.monotonic()
        assert_problem(post(client, f"{SLOW}60 "), 504, "timeout")
        assert time.monotonic() - begun < 2
        deadline = time.monotonic() + 20
        while post(client, "x").status_code != 200:
            assert time.monotonic() < deadline, "the worker is still at it"
            time.sleep(0.1)


def test_a_client_that_hangs_up_frees_its_place() -> None:
    with serving(queue=0) as client:
        for seconds in (0.8, 60):  # the first is noticed between two stages, the second ends the process
            with pytest.raises(httpx.ReadTimeout):
                post(client, f"{SLOW}{seconds} ", timeout=0.2)
            deadline = time.monotonic() + 20
            while post(client, f"after {seconds}").status_code != 200:  # one text twice is answered without a place
                assert time.monotonic() < deadline, "the place is still taken"
                time.sleep(0.1)
        metrics = client.get("/metrics").text
        assert 'summarize_requests_total{method="POST",route="/v1/briefs",status="499"} 2.0' in metrics
        assert "summarize_in_flight 1.0" in metrics


def test_a_worker_that_dies_is_replaced() -> None:
    with serving() as client:
        assert_problem(post(client, f"{CRASH} "), 500, "worker-died")
        deadline = time.monotonic() + 20
        while client.get("/readyz").status_code != 200:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert post(client, "x").status_code == 200


def test_a_worker_that_died_with_nothing_to_do_is_not_given_a_request() -> None:
    with serving() as client:
        before = _workers()
        os.kill(before[0], signal.SIGKILL)
        time.sleep(0.3)
        assert post(client, "x").status_code == 200
        assert _workers() != before


def test_the_probe_says_so_when_no_worker_is_left_although_nothing_was_asked_of_them() -> None:
    with serving(workers=2) as client:
        deadline = time.monotonic() + 20
        while len(_workers()) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        for worker in _workers():
            os.kill(worker, signal.SIGKILL)
        deadline = time.monotonic() + 5
        while client.get("/readyz").status_code != 503:
            assert time.monotonic() < deadline, "it is still said to be ready"
            time.sleep(0.02)
        while client.get("/readyz").status_code != 200:
            assert time.monotonic() < deadline + 20, "they are not replaced"
            time.sleep(0.1)


@pytest.mark.parametrize("word", ["x", f"{SLOW}60 "])
def test_no_worker_outlives_a_server_that_was_killed_idle_or_busy(word: str) -> None:
    command = [sys.executable, "-m", "tests.api.pauses"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)
    with ThreadPoolExecutor(1) as threads:
        try:
            assert server.stdout is not None
            url = f"http://127.0.0.1:{int(server.stdout.readline())}"
            while httpx.get(f"{url}/readyz", trust_env=False).status_code != 200:
                time.sleep(0.1)
            threads.submit(httpx.post, f"{url}/v1/briefs", json=body(word), trust_env=False, timeout=90)
            time.sleep(1)
            started = _children(server.pid)
            assert started
        finally:
            server.kill()
            server.wait()
        deadline = time.monotonic() + 3
        while any(Path(f"/proc/{child}").exists() for child in started):
            assert time.monotonic() < deadline, "they go on"
            time.sleep(0.05)
        server.stdout.close()


def _children(pid: int) -> list[int]:
    """The process ids of what another process has started: its workers, and one that looks after what they share."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def _workers() -> list[int]:
    """The process ids of the workers of this process."""
    return [child.pid for child in multiprocessing.active_children() if child.pid and child.name == "summarize-worker"]


def test_a_fault_is_a_problem_without_a_trace(client: httpx.Client) -> None:
    problem = assert_problem(post(client, f"{FAULT} Zanzibar"), 500, "fault")
    assert "ZeroDivision" not in str(problem)


def test_a_brief_made_before_is_kept_and_costs_no_place(request_body: dict[str, Any]) -> None:
    with serving(queue=0) as client, ThreadPoolExecutor(1) as threads:
        first = client.post("/v1/briefs", json=request_body)
        slow = threads.submit(post, client, f"{SLOW}1 ")
        time.sleep(0.3)
        again = client.post("/v1/briefs", json=request_body)
        assert (again.status_code, again.content) == (200, first.content)
        assert not slow.done()
        assert 'summarize_cache_requests_total{result="hit"} 1.0' in client.get("/metrics").text


def _looked_up(client: httpx.Client, result: str) -> int:
    found = re.search(rf'summarize_vector_requests_total{{result="{result}"}} (\S+)', client.get("/metrics").text)
    return int(float(found[1])) if found else 0


def test_one_more_article_costs_only_its_own_sentences(request_body: dict[str, Any], articles: list[Document]) -> None:
    fewer = {**request_body, "documents": request_body["documents"][:2]}
    with serving(load=load_identified, workers=2) as client:
        time.sleep(1)  # until the second worker is there, which is not to be asked
        client.post("/v1/briefs", json=fewer)
        first = _looked_up(client, "miss")
        assert _looked_up(client, "hit") == 0
        brief = client.post("/v1/briefs", json=request_body)
        assert _looked_up(client, "hit") >= first - 1
        # From three articles on the background of the model is wanted too, once.
        assert 0 < _looked_up(client, "miss") - len(SENTENCES) - first < first
    expected = render(summarize(articles, Options(max_words=60), IdentifiedEncoder()), Format.JSON)
    assert brief.text == expected


def test_nothing_is_remembered_when_told_so_or_when_vectors_hang_together(request_body: dict[str, Any]) -> None:
    with serving(load=load_identified, remembered_sentences=0) as told, serving() as hanging:
        for client in (told, hanging):
            client.post("/v1/briefs", json=request_body)
            client.post("/v1/briefs", json={**request_body, "options": {"max_words": 61}})
            assert _looked_up(client, "hit") == 0


def test_what_is_running_is_finished_before_the_server_stops() -> None:
    with ThreadPoolExecutor(1) as threads:
        with serving() as client:
            running = threads.submit(post, client, f"{SLOW}1 ")
            time.sleep(0.3)
        assert running.result().status_code == 200
