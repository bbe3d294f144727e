"""Whatever is sent, the server answers it with sense or not at all, and is there for the next one."""

from __future__ import annotations

import gzip
import json
import random
import socket
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from tests.api.serving import serving
from tests.api.test_problems import JSON

EXPECTED = {200, 400, 401, 403, 404, 405, 406, 408, 413, 415, 422, 429, 503, 504}
CHECKS = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance")
QUICK = settings(
    max_examples=40,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def target() -> Iterator[httpx.Client]:
    with serving(body_timeout=1, max_body_bytes=200_000) as client:
        yield client


def test_every_operation_keeps_its_openapi_description(target: httpx.Client) -> None:
    description = schemathesis.openapi.from_dict(target.get("/openapi.json").json())
    description.config.update(base_url=str(target.base_url).rstrip("/"))
    schemathesis.checks.load_all_checks()
    checks = [schemathesis.checks.CHECKS.get_one(name) for name in CHECKS]
    operations = [found.ok() for found in description.get_all_operations()]
    assert len(operations) >= 7
    for operation in operations:
        for mode in GenerationMode:

            @given(case=operation.as_strategy(generation_mode=mode))
            @QUICK
            def conforms(case: Any) -> None:
                case.call_and_validate(checks=checks, timeout=20)

            try:
                conforms()
            except Unsatisfiable:
                assert operation.method == "get"  # nothing in it could be wrong


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=60),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["documents", "text", "id", "options", "max_words", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)
ODD_TEXT = st.text(st.characters(), max_size=300) | st.sampled_from(
    ["\x00", "\ufeff", "\u202e" * 50, "a" * 50_000, "." * 20_000, "Dr. " * 5_000, "\n" * 5_000, "é" * 3_000]
)


@given(body=ANYTHING)
@QUICK
def test_any_json_is_answered(target: httpx.Client, body: Any) -> None:
    assert target.post("/v1/briefs", json=body).status_code in EXPECTED


@given(texts=st.lists(ODD_TEXT, min_size=1, max_size=4))
@QUICK
def test_any_text_is_answered(target: httpx.Client, texts: list[str]) -> None:
    written = json.dumps({"documents": [{"text": text} for text in texts]})  # surrogates stay escapes
    assert target.post("/v1/briefs", content=written, headers=JSON).status_code in EXPECTED


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 150_000,
        b'{"documents":' * 15_000,
        b'{"documents": [{"text": "x"}], "options": {"max_words": 1e999}}',
        b'{"documents": [{"text": "x"}], "options": {"max_words": %s}}' % (b"9" * 100_000),
        b'{"documents": [{"text": "x"}], "options": {"max_words": NaN}}',
        b'\xef\xbb\xbf{"documents": []}',
        b'{"documents": [{"text": "\\udfff"}]}',
        b'{"documents": [{"text": "a\\u0000b c d e f."}], "documents": 3}',
        b"\xff\xfe{\x00}\x00",
        b"\x00" * 1000,
    ],
)
def test_hostile_json_is_refused(target: httpx.Client, body: bytes) -> None:
    answer = target.post("/v1/briefs", content=body, headers=JSON)
    assert 400 <= answer.status_code < 500
    assert target.get("/livez").status_code == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"documents": [%s1]}' % (b"1," * 3_500_000), 413),
        (b'{"documents": [%s1]}' % (b"1," * 99), 422),
        (b'{"documents": [{%s"text": "x"}]}' % b"".join(b'"k%d":1,' % n for n in range(500_000)), 413),
        (b"{%s}" % b",".join(b'"k%d":1' % n for n in range(500_000)), 413),
        (b'{"documents": [{"text": "x"}], "options": {%s}}' % b",".join(b'"k%d":1' % n for n in range(500_000)), 413),
        (b'{"documents": [{"text": [%s1]}]}' % (b"1," * 3_500_000), 413),
        (b'{"documents": [%s{"text": "x"}]}' % (b'{"text":"x"},' * 500_000), 413),
    ],
)
def test_a_body_full_of_errors_holds_nobody_up(client: httpx.Client, body: bytes, status: int) -> None:
    begun = time.monotonic()
    assert client.post("/v1/briefs", content=body, headers=JSON).status_code == status
    assert time.monotonic() - begun < 2


def test_bytes_at_random_are_no_fault_of_ours(target: httpx.Client) -> None:
    chance = random.Random(7)
    for encoding in ("", "gzip", "deflate", "identity", "gzip, gzip", "\x7f"):
        for kind in ("application/json", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain"):
            content = b"--x\r\n" + chance.randbytes(300)
            headers = {"Content-Type": kind, "Content-Encoding": encoding}
            for path in ("/v1/briefs", "/v1/briefs/upload", "/v1/documents"):
                assert 400 <= target.post(path, content=content, headers=headers).status_code < 500


def test_a_bomb_is_defused(target: httpx.Client) -> None:
    bomb = gzip.compress(gzip.compress(b" " * 50_000_000))
    for content in (bomb, gzip.compress(b" " * 50_000_000)):
        answer = target.post("/v1/briefs", content=content, headers={**JSON, "Content-Encoding": "gzip"})
        assert answer.status_code in (400, 413)


@pytest.mark.parametrize(
    "sent",
    [
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET " + b"/a" * 40_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST /v1/briefs HTTP/1.1\r\nHost: [::1]\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5;" + b"a" * 40_000,
        b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n" + b"f" * 20 + b"\r\nx",
        b"CONNECT other:80 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://[\r\nX-Request-ID: \xff\r\n\r\n",
        b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{",
    ],
)
@pytest.mark.parametrize("half_closed", [False, True])
def test_what_is_no_good_http_is_dropped_or_refused(target: httpx.Client, sent: bytes, half_closed: bool) -> None:
    with socket.create_connection(("127.0.0.1", target.base_url.port or 0), timeout=5) as raw:
        raw.sendall(sent)
        if half_closed:
            raw.shutdown(socket.SHUT_WR)
        answer = raw.recv(65536)
    assert not answer.startswith(b"HTTP/1.1 5"), answer[:300]
    assert target.get("/livez").status_code == 200


def exchange(client: httpx.Client, sent: bytes, *, half_close: bool = False) -> bytes:
    """All that the server answers to some bytes, until it closes the connection."""
    answer = b""
    with socket.create_connection(("127.0.0.1", client.base_url.port or 0), timeout=10) as raw:
        raw.sendall(sent)
        if half_close:
            raw.shutdown(socket.SHUT_WR)
        while part := raw.recv(65536):
            answer += part
    return answer


def whole(method: str, target: str, body: bytes = b"", *headers: str) -> bytes:
    head = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(head).encode() + body


ARTICLE = b'{"documents": [{"text": "A ferry struck the North Mole at Port Ennick, SLOW-0.5 said the captain."}]}'


@pytest.mark.parametrize("body", [ARTICLE, b"{"])
def test_a_client_that_has_asked_and_closed_its_side_still_gets_its_answer(target: httpx.Client, body: bytes) -> None:
    sent = whole("POST", "/v1/briefs", body, "Content-Type: application/json")
    *interim, answer = exchange(target, sent, half_close=True).split(b"HTTP/1.1 ")[1:]
    assert answer.startswith(b"200" if body == ARTICLE else b"400")
    assert all(one.startswith(b"100 Continue") for one in interim)


def test_a_client_that_closes_its_side_in_the_middle_of_a_body_is_told_so(target: httpx.Client) -> None:
    sent = whole("POST", "/v1/briefs", ARTICLE, "Content-Type: application/json")
    answer = exchange(target, sent[:-5], half_close=True)
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"before all of the body had come" in answer


@pytest.mark.parametrize("path", ["", "/", "/livez", "/livez?x=1", "/%6civez"])
def test_a_target_may_be_a_whole_url(target: httpx.Client, path: str) -> None:
    answer = exchange(target, whole("GET", f"http://localhost{path}", b"", "Connection: close"))
    assert answer.startswith(b"HTTP/1.1 200"), answer


def test_the_host_of_such_a_url_counts_and_not_the_header(target: httpx.Client) -> None:
    answer = exchange(target, whole("GET", "http://evil.example/v1/version", b"", "Connection: close"))
    assert answer.startswith(b"HTTP/1.1 421")


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE", "POST"])
def test_a_length_given_in_two_ways_is_refused_whatever_is_asked(target: httpx.Client, method: str) -> None:
    sent = whole(method, "/livez", b"", "Transfer-Encoding: chunked") + b"0\r\n\r\nGET /livez HTTP/1.1\r\n\r\n"
    answer = exchange(target, sent)
    assert answer.startswith(b"HTTP/1.1 400")
    assert answer.count(b"HTTP/1.1") == 1


def test_a_length_given_in_two_ways_is_refused(target: httpx.Client) -> None:
    sent = (
        b"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: [::1]\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", target.base_url.port or 0), timeout=5) as raw:
        raw.sendall(sent)
        answer = b""
        while part := raw.recv(65536):
            answer += part
    assert answer.startswith(b"HTTP/1.1 400")
    assert answer.count(b"HTTP/1.1") == 1
