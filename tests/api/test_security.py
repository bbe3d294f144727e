"""Who may come in, and what a browser is told."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from api.schemas import EXAMPLE
from api.security import digest, new_key
from tests.api.serving import FAULT, serving
from tests.api.test_problems import assert_problem

KEY, OTHER, METRICS = new_key(), new_key(), new_key()
DESK = "https://desk.example"


@pytest.fixture(scope="module")
def locked() -> Iterator[httpx.Client]:
    """A server with keys, that a page of desk.example may use."""
    keys = (f"desk:{digest(KEY)}", f"wire:{digest(OTHER)}")
    metrics = (f"prometheus:{digest(METRICS)}",)
    with serving(keys=keys, metrics_keys=metrics, cors_origins=(DESK,), max_body_bytes=4096) as client:
        yield client


@pytest.mark.parametrize(
    "headers", [{"Authorization": f"Bearer {KEY}"}, {"authorization": f"bearer {OTHER}"}, {"X-API-Key": KEY}]
)
def test_a_key_lets_in(locked: httpx.Client, headers: dict[str, str]) -> None:
    assert locked.post("/v1/briefs", json=EXAMPLE, headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/v1/briefs", "/v1/briefs/upload", "/v1/documents", "/v1/version", "/metrics", "/x"])
def test_without_a_key_nothing_is_told(locked: httpx.Client, path: str) -> None:
    answer = locked.post(path) if path.startswith(("/v1/b", "/v1/d")) else locked.get(path)
    assert_problem(answer, 401, "key-needed")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    "given",
    ["Bearer nonsense", f"Bearer {digest(KEY)}", f"Bearer {KEY[:-1]}", "Bearer \xff"],
    ids=["nonsense", "its hash", "cut short", "no letter"],
)
def test_a_wrong_key_is_refused(locked: httpx.Client, given: str) -> None:
    answer = locked.get("/v1/version", headers={b"Authorization": given.encode("latin-1")})
    assert_problem(answer, 403, "key-unknown")


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


@pytest.mark.parametrize(
    "twice",
    [
        [("Authorization", f"Bearer {KEY}"), ("Authorization", "Bearer nonsense")],
        [("Authorization", "Bearer nonsense"), ("authorization", f"Bearer {KEY}")],
        [("Authorization", "Basic eDp5"), ("Authorization", f"Bearer {KEY}")],
        [("Authorization", f"Bearer {KEY}"), ("Authorization", f"Bearer {KEY}")],
        [("X-API-Key", KEY), ("X-API-Key", OTHER)],
        [("Authorization", f"Bearer {KEY}"), ("X-API-Key", OTHER)],
        [("Authorization", f"Bearer {KEY}"), ("Origin", DESK), ("Origin", "https://evil.example")],
        [("Authorization", f"Bearer {KEY}"), ("Content-Type", "text/plain"), ("Content-Type", "application/json")],
    ],
)
def test_what_may_be_given_once_is_refused_when_it_is_given_twice(
    locked: httpx.Client, twice: list[tuple[str, str]]
) -> None:
    """A proxy may have looked at the other one."""
    assert_problem(locked.get("/v1/version", headers=twice), 400, "invalid-http")


def test_a_key_may_stand_beside_what_a_proxy_asks_for(locked: httpx.Client) -> None:
    headers = {"Authorization": "Basic eDp5", "X-API-Key": KEY}
    assert locked.get("/v1/version", headers=headers).status_code == 200


def test_the_metrics_have_a_key_of_their_own_which_opens_nothing_else(locked: httpx.Client) -> None:
    assert locked.get("/metrics", headers=bearer(METRICS)).status_code == 200
    assert_problem(locked.get("/metrics", headers=bearer(KEY)), 403, "key-unknown")
    assert_problem(locked.get("/v1/version", headers=bearer(METRICS)), 403, "key-unknown")


def test_where_there_are_keys_but_none_for_the_metrics_nobody_reads_them() -> None:
    with serving(keys=(f"desk:{digest(KEY)}",)) as client:
        assert_problem(client.get("/metrics", headers=bearer(KEY)), 403, "key-unknown")
        assert client.get("/v1/version", headers=bearer(KEY)).status_code == 200


def test_without_any_key_the_metrics_are_open_until_they_have_one(client: httpx.Client) -> None:
    assert client.get("/metrics").status_code == 200
    with serving(metrics_keys=(f"prometheus:{digest(METRICS)}",)) as own:
        assert_problem(own.get("/metrics"), 401, "key-needed")
        assert own.get("/metrics", headers=bearer(METRICS)).status_code == 200
        assert own.get("/v1/version").status_code == 200


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "desk.localhost", "127.0.0.1:1", "127.8.8.8", "[::1]:8000"]
)
def test_on_this_machine_without_keys_it_answers_to_names_of_this_machine(client: httpx.Client, host: str) -> None:
    assert client.get("/v1/version", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.1",
        "",
        "[::2]",
        "[::1].evil.example",
        "localhost:80@evil.example",
        "[::1",
        "localhost:x",
        "evil.example/.localhost",
    ],
)
@pytest.mark.parametrize("path", ["/", "/v1/version", "/metrics", "/livez"])
def test_a_site_whose_name_points_to_this_machine_reads_nothing(client: httpx.Client, path: str, host: str) -> None:
    answer = client.get(path, headers={"Host": host, "Origin": f"http://{host}"})
    assert "127.0.0.1" in assert_problem(answer, 421, "foreign-host")["detail"]


def test_with_keys_or_behind_a_proxy_it_answers_to_every_name(locked: httpx.Client) -> None:
    assert locked.get("/v1/version", headers={"Host": "briefs.example", **bearer(KEY)}).status_code == 200
    with serving(allow_no_keys=True) as client:
        assert client.get("/v1/version", headers={"Host": "briefs.example"}).status_code == 200


def test_probes_and_the_page_need_no_key(locked: httpx.Client) -> None:
    for path in ("/", "/docs", "/openapi.json", "/livez", "/readyz", "/static/page.css"):
        assert locked.get(path).status_code == 200, path


def test_pages_of_other_sites_may_not_use_the_service(client: httpx.Client) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert_problem(client.post("/v1/briefs", json=EXAMPLE, headers=headers), 403, "foreign-origin")
    own = {"Origin": str(client.base_url).rstrip("/")}
    assert client.post("/v1/briefs", json=EXAMPLE, headers=own).status_code == 200


def test_no_other_origin_is_allowed_unless_it_was_named(client: httpx.Client, locked: httpx.Client) -> None:
    ask: dict[str, Any] = {"Origin": "https://desk.example", "Access-Control-Request-Method": "POST"}
    assert "Access-Control-Allow-Origin" not in client.options("/v1/briefs", headers=ask).headers
    allowed = locked.options("/v1/briefs", headers=ask).headers
    assert allowed["Access-Control-Allow-Origin"] == "https://desk.example"
    evil = locked.options("/v1/briefs", headers={**ask, "Origin": "https://evil.example"}).headers
    assert "Access-Control-Allow-Origin" not in evil


def test_a_page_that_may_use_the_service_may_read_its_errors_too(locked: httpx.Client) -> None:
    keyed = {"Origin": DESK, **bearer(KEY)}
    json = {**keyed, "Content-Type": "application/json"}
    answers = [
        locked.get("/v1/version", headers={"Origin": DESK}),
        locked.get("/v1/version", headers={"Origin": DESK, **bearer("x")}),
        locked.get("/nowhere", headers=keyed),
        locked.post("/v1/briefs", content=b"{", headers=json),
        locked.post("/v1/briefs", content=b" " * 5000, headers=json),
        locked.post("/v1/briefs", content=b"{}", headers={**json, "Content-Encoding": "br"}),
        locked.post("/v1/briefs", content=b"{}", headers=keyed),
        locked.post("/v1/briefs", json={"documents": [{"text": f"A ferry sank {FAULT} the pier."}]}, headers=keyed),
        locked.get("/v1/version", headers={**keyed, **{f"X-{n}": "1" for n in range(100)}}),
    ]
    assert [answer.status_code for answer in answers] == [401, 403, 404, 400, 413, 415, 415, 500, 431]
    for answer in answers:
        assert answer.headers["Access-Control-Allow-Origin"] == DESK
        assert "X-Request-ID" in answer.headers["Access-Control-Expose-Headers"]


def test_answers_about_slow_and_frequent_requests_can_be_read_too() -> None:
    with serving(cors_origins=(DESK,), rate_per_minute=1, rate_burst=1, body_timeout=0.5) as client:

        def slowly() -> Iterator[bytes]:
            yield b"{"
            time.sleep(1)
            yield b"}"

        headers = {"Origin": DESK, "Content-Type": "application/json"}
        slow, often = (client.post("/v1/briefs", content=slowly(), headers=headers) for _ in range(2))
        assert [slow.status_code, often.status_code] == [408, 429]
        for answer in (slow, often):
            assert answer.headers["Access-Control-Allow-Origin"] == DESK


def test_a_page_may_ask_for_what_the_service_takes(locked: httpx.Client) -> None:
    for name in ("Authorization", "Content-Encoding", "Content-Type", "X-API-Key", "X-Request-ID"):
        ask = {"Origin": DESK, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": name}
        assert locked.options("/v1/briefs", headers=ask).status_code == 200, name


def test_every_answer_carries_the_security_headers(client: httpx.Client) -> None:
    for path in ("/", "/docs", "/v1/version", "/nowhere", "/livez", "/static/page.js"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"], path
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Server" not in headers


def test_pages_run_only_the_script_that_is_served_with_them(client: httpx.Client) -> None:
    for path in ("/", "/docs"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


def test_a_brief_as_html_may_run_nothing(client: httpx.Client) -> None:
    answer = client.post("/v1/briefs", json=EXAMPLE, headers={"Accept": "text/html"})
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]
