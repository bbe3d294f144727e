"""Who may come in, and what a browser is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from api.schemas import EXAMPLE
from api.security import digest, new_key
from tests.api.serving import serving
from tests.api.test_problems import assert_problem

KEY, OTHER = new_key(), new_key()


@pytest.fixture(scope="module")
def locked() -> Iterator[httpx.Client]:
    """A server with keys, that a page of desk.example may use."""
    keys = (f"desk:{digest(KEY)}", f"wire:{digest(OTHER)}")
    with serving(keys=keys, cors_origins=("https://desk.example",)) as client:
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


@pytest.mark.parametrize("given", ["Bearer nonsense", f"Bearer {digest(KEY)}", f"Bearer {KEY[:-1]}", "Bearer \xff"])
def test_a_wrong_key_is_refused(locked: httpx.Client, given: str) -> None:
    answer = locked.get("/v1/version", headers={b"Authorization": given.encode("latin-1")})
    assert_problem(answer, 403, "key-unknown")


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
