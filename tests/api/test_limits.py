"""No request may be larger, or come more often, than the settings allow."""

from __future__ import annotations

import gzip
import os
import random
import socket
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.cache import BriefCache, key
from api.limits import RateLimit
from api.problems import Problem
from summarize import Document, Options
from tests.api.serving import serving
from tests.api.test_problems import JSON, assert_problem

TEXT = "A ferry struck the North Mole at Port Ennick in fog. "


@pytest.fixture(scope="module")
def narrow() -> Iterator[httpx.Client]:
    """A server with narrow limits."""
    with serving(max_body_bytes=4096, max_documents=3, max_characters=1000, max_sentences=5, body_timeout=1) as client:
        yield client


def test_a_long_body_is_refused_by_its_length(narrow: httpx.Client) -> None:
    assert_problem(narrow.post("/v1/briefs", content=b" " * 4097, headers=JSON), 413, "body-too-large")


def test_a_long_body_without_a_length_is_refused_too(narrow: httpx.Client) -> None:
    assert_problem(
        narrow.post("/v1/briefs", content=(b" " * 100 for _ in range(50)), headers=JSON), 413, "body-too-large"
    )


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_compressed_body_counts_unpacked(narrow: httpx.Client, encoding: str, pack: Any) -> None:
    headers = {**JSON, "Content-Encoding": encoding}
    assert_problem(narrow.post("/v1/briefs", content=pack(b" " * 4_000_000), headers=headers), 413, "body-too-large")
    small = pack(b'{"documents": [{"text": "A ferry struck the North Mole at Port Ennick in fog."}]}')
    assert narrow.post("/v1/briefs", content=small, headers=headers).status_code == 200


def test_too_many_documents_characters_and_sentences_are_refused(narrow: httpx.Client) -> None:
    many = narrow.post("/v1/briefs", json={"documents": [{"text": TEXT}] * 4})
    assert_problem(many, 413, "too-many-documents")
    long = narrow.post("/v1/briefs", json={"documents": [{"text": TEXT * 10}, {"id": "b", "text": TEXT * 10}]})
    at = assert_problem(long, 413, "too-many-characters")["errors"][0]
    assert at["id"] == "b"
    assert "1,000 characters" in at["detail"]
    sentences = " ".join(f"The ferry number {n} struck the pier." for n in range(9))
    for path, more in (("briefs", {}), ("stories", {}), ("checks", {"draft": {"text": "A ferry struck the pier."}})):
        answer = narrow.post(f"/v1/{path}", json={"documents": [{"text": sentences}], **more})
        assert_problem(answer, 413, "too-many-sentences")
        assert "more than 5 sentences" in answer.json()["detail"]
    long = {"documents": [{"text": "Fog."}], "draft": {"text": "Fog. " * 201}}
    (at,) = assert_problem(narrow.post("/v1/checks", json=long), 413, "too-many-characters")["errors"]
    assert at["field"] == "draft.text"
    assert "document" not in at


def test_a_body_may_be_packed_in_several_parts_but_not_in_thousands(narrow: httpx.Client) -> None:
    headers = {**JSON, "Content-Encoding": "gzip"}
    text = b'{"documents": [{"text": "A ferry struck the North Mole at Port Ennick in fog."}]}'
    parts = gzip.compress(text[:30]) + gzip.compress(text[30:])
    assert narrow.post("/v1/briefs", content=parts, headers=headers).status_code == 200
    assert_problem(narrow.post("/v1/briefs", content=gzip.compress(b"") * 150, headers=headers), 400, "invalid-json")


def test_files_may_hold_as_many_articles_as_a_request_and_are_not_read_beyond(narrow: httpx.Client) -> None:
    line = b'{"text": "A ferry sank."}\n'
    for name, content, status in [
        ("a.jsonl", line * 3, 200),
        ("a.jsonl", b"\n\n".join([line] * 3), 200),
        ("a.jsonl", line * 4, 413),
        ("a.jsonl", b"1\n" * 4, 413),
        ("a.log", line * 4, 413),
        ("a.txt", line * 4, 200),
    ]:
        answer = narrow.post("/v1/documents", files=[("files", (name, content))])
        assert answer.status_code == status, (name, content)
    two = [("files", (name, line * 2)) for name in ("a.jsonl", "b.jsonl")]
    assert_problem(narrow.post("/v1/documents", files=two), 413, "too-many-documents")
    long = [("files", ("a.txt", b"A ferry sank. " * 100))]
    assert_problem(narrow.post("/v1/documents", files=long), 413, "too-many-characters")


def test_json_lines_of_a_million_values_are_not_read() -> None:
    with serving() as client:
        content = b'{"text": "A ferry sank.", "x": [%s1]}\n' % (b"[]," * 1_000_000)
        answer = client.post("/v1/documents", files=[("files", ("a.jsonl", content))])
        assert_problem(answer, 413, "too-many-values")


def test_the_bodies_of_all_clients_together_are_bounded_and_those_of_a_few_articles_get_in() -> None:
    half = 2_000_000
    head = (
        b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    )
    with serving(max_body_bytes=2 * half, max_bodies_bytes=2 * half) as client:
        long = {"documents": [{"text": TEXT * 10_000}]}
        stopped = []
        for _ in range(2):  # each stops half-way, with all that it sent in the server's memory
            stopped.append(_connect(client))
            stopped[-1].sendall(head % (2 * half - 200_000) + b" " * (half - 100_000))
        time.sleep(0.5)
        refused = client.post("/v1/briefs", json=long)
        assert_problem(refused, 503, "busy")
        assert int(refused.headers["Retry-After"]) >= 1
        assert client.post("/v1/briefs", json={"documents": [{"text": TEXT}]}).status_code == 200
        for one in stopped:
            one.close()
        time.sleep(0.3)
        assert client.post("/v1/briefs", json=long).status_code == 200


def test_a_small_packed_body_holds_no_more_than_itself_until_all_of_it_is_there() -> None:
    packed = gzip.compress(b" " * 4_000_000)
    head = b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
    with serving() as client:
        before = _resident()
        stopped = [_connect(client) for _ in range(40)]
        for one in stopped:
            one.sendall(head % len(packed) + packed[:-10])
        time.sleep(1)
        assert _resident() - before < 40_000_000
        for one in stopped:
            one.close()


def _resident() -> int:
    """Bytes of memory of this process, in which the server runs."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _connect(client: httpx.Client) -> socket.socket:
    return socket.create_connection(("127.0.0.1", client.base_url.port or 0), timeout=10)


def test_a_slow_body_is_given_up(narrow: httpx.Client) -> None:
    with _connect(narrow) as slow:
        slow.sendall(
            b"POST /v1/briefs HTTP/1.1\r\nHost: [::1]\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
        )
        assert slow.recv(4096).startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize("head", [b"", b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "])
def test_a_slow_head_is_given_up(narrow: httpx.Client, head: bytes) -> None:
    with _connect(narrow) as slow:
        slow.sendall(head)
        begun = time.monotonic()
        while True:
            try:
                slow.sendall(b"a") if head else time.sleep(0.1)
                slow.settimeout(0.1)
                if not slow.recv(100):
                    break
            except TimeoutError:
                assert time.monotonic() - begun < 5
            except OSError:
                break
        assert time.monotonic() - begun < 5


def test_a_flood_of_headers_is_refused(narrow: httpx.Client) -> None:
    with _connect(narrow) as flood:
        flood.sendall(b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X-Flood: 1\r\n" * 4000)
        assert flood.recv(4096).startswith(b"HTTP/1.1 400")


def test_a_client_that_does_not_take_its_answers_is_cut_off(narrow: httpx.Client) -> None:
    with socket.socket() as greedy:
        greedy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        greedy.connect(("127.0.0.1", narrow.base_url.port))
        greedy.settimeout(0.2)
        asked = b"GET /openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:  # ever more questions, and not one answer read
            try:
                greedy.send(asked * 100)
            except TimeoutError:
                continue  # its own questions are stuck; the server waits for it to read
            except OSError:
                break
        else:
            pytest.fail("it is still connected")
    assert "summarize_in_flight 1.0" in narrow.get("/metrics").text


def test_a_slow_reader_gets_all_of_its_answer(narrow: httpx.Client) -> None:
    whole = narrow.get("/openapi.json").content
    with socket.socket() as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.connect(("127.0.0.1", narrow.base_url.port))
        slow.settimeout(5)
        slow.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        got = b""
        while part := slow.recv(2048):
            got += part
            time.sleep(0.1)
    assert got.endswith(whole)


def test_a_rate_is_a_burst_and_then_so_many_a_minute() -> None:
    limit = RateLimit(per_minute=60, burst=2)
    limit.take("a", now=0)
    limit.take("a", now=0)
    with pytest.raises(Problem) as refused:
        limit.take("a", now=0.5)
    assert (refused.value.status, refused.value.headers["Retry-After"]) == (429, "1")
    limit.take("b", now=0.5)
    limit.take("a", now=1.1)


def test_a_client_that_asks_too_often_is_told_when_to_come_back() -> None:
    with serving(rate_per_minute=6, rate_burst=3) as client:
        answers = [client.get("/v1/version") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert 1 <= int(answers[-1].headers["Retry-After"]) <= 10
        assert_problem(answers[-1], 429, "rate-limited")
        assert client.get("/livez").status_code == 200


def test_the_cache_forgets_what_was_not_asked_for_longest() -> None:
    chance = random.Random(1)
    briefs = {name: chance.randbytes(400) for name in (b"a", b"b", b"c")}
    cache = BriefCache(1000)
    cache.put(b"a", briefs[b"a"])
    cache.put(b"b", briefs[b"b"])
    assert cache.get(b"a") == briefs[b"a"]
    cache.put(b"c", briefs[b"c"])
    assert (cache.get(b"a"), cache.get(b"b"), cache.get(b"c")) == (briefs[b"a"], None, briefs[b"c"])
    assert cache.size <= 1000


def test_requests_that_differ_in_anything_have_keys_of_their_own() -> None:
    ferry, options = Document(id="a", text="A ferry sank."), Options(max_words=9)
    others = [
        replace(ferry, title=""),
        replace(ferry, url="a"),
        replace(ferry, publisher="a"),
        replace(ferry, id="A", text="ferry sank."),
        replace(ferry, published=datetime(2029, 11, 13)),
        replace(ferry, published=datetime(2029, 11, 13, tzinfo=UTC)),
    ]
    keys = [key([one], options) for one in [ferry, *others]]
    keys += [key([ferry], Options(max_words=8)), key([ferry, others[0]], options), key([others[0], ferry], options)]
    assert len(set(keys)) == len(keys)
    assert key([replace(ferry)], Options(max_words=9)) == keys[0]
