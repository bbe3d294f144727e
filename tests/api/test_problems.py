"""Every error is a problem document that names what is at fault and repeats nothing of an article."""

from __future__ import annotations

import gzip
from typing import Any

import httpx
import pytest

SECRET = "Zanzibar"
JSON = {"Content-Type": "application/json"}


def assert_problem(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    """The problem document of an answer, which must be a good one."""
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    problem: dict[str, Any] = answer.json()
    assert problem["type"] == f"urn:summarize:problem:{code}"
    assert problem["status"] == status
    assert problem["request_id"] == answer.headers["X-Request-ID"]
    assert problem["detail"].endswith(".")
    assert SECRET not in answer.text
    return problem


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "invalid-json"),
        (b"{", 400, "invalid-json"),
        (b'{"documents": [{"text": "\xff Zanzibar"}]}', 400, "invalid-json"),
        (b'{"documents": [{"text": "\\ud800 Zanzibar"}]}', 422, "invalid-request"),
        (b"[" * 1_000, 400, "invalid-json"),
        (b"[" * 100_000, 413, "too-many-values"),
        (b'{"documents": [{"text": %s}]}' % (b"9" * 5_000), 400, "invalid-json"),
        (b"null", 422, "invalid-request"),
        (b'{"documents": []}', 422, "invalid-request"),
        (b'{"documents": "Zanzibar"}', 422, "invalid-request"),
        (b'{"documents": [{"text": ""}]}', 422, "invalid-request"),
        (b'{"documents": [{"text": "Zanzibar"}], "options": {"max_words": 0}}', 422, "invalid-request"),
        (
            b'{"documents": [{"text": "Zanzibar"}], "options": {"max_words": 1%s}}' % (b"0" * 400),
            422,
            "invalid-request",
        ),
        (b'{"documents": [{"text": "Zanzibar"}], "options": {"max_words": "60"}}', 422, "invalid-request"),
        (b'{"documents": [{"text": "Zanzibar"}], "option": {}}', 422, "invalid-request"),
        (b'{"documents": [{"text": "Zanzibar"}]}', 422, "nothing-to-summarize"),
    ],
)
def test_a_wrong_body_is_told_apart(client: httpx.Client, body: bytes, status: int, code: str) -> None:
    assert_problem(client.post("/v1/briefs", content=body, headers=JSON), status, code)


def test_the_document_and_field_at_fault_are_named(client: httpx.Client) -> None:
    documents = [{"text": SECRET}, {"text": SECRET, "published": SECRET}, {"text": [SECRET]}]
    problem = assert_problem(client.post("/v1/briefs", json={"documents": documents}), 422, "invalid-request")
    assert [(error["document"], error["field"]) for error in problem["errors"]] == [(2, "published"), (3, "text")]
    assert "ISO 8601" in problem["errors"][0]["detail"]


def test_the_document_at_fault_is_named_by_its_id_too(client: httpx.Client) -> None:
    documents = [{"id": "a" * 100, "text": 1}, {"id": "wire", "text": 2}, {"id": 3, "text": "x"}]
    problem = assert_problem(client.post("/v1/briefs", json={"documents": documents}), 422, "invalid-request")
    assert [error.get("id") for error in problem["errors"]] == ["a" * 80 + "…", "wire", None]


def test_two_documents_of_one_id_are_told(client: httpx.Client) -> None:
    documents = [{"id": "a", "text": "One ferry sank."}, {"id": "a", "text": "Two ferries sank."}]
    problem = assert_problem(client.post("/v1/briefs", json={"documents": documents}), 422, "invalid-document")
    assert "'a'" in problem["detail"]


def test_a_document_without_an_id_gets_one_that_no_other_has(client: httpx.Client) -> None:
    texts = [f"A ferry struck the North Mole at Port Ennick in fog, said witness number {n}." for n in range(4)]
    ids = ["document-2", None, "document-2 (2)", None]
    documents = [{"id": id, "text": text} for id, text in zip(ids, texts, strict=True)]
    sources = client.post("/v1/briefs", json={"documents": documents}).json()["sources"]
    assert [source["id"] for source in sources] == ["document-2", "document-2 (3)", "document-2 (2)", "document-4"]


def test_json_may_begin_with_a_byte_order_mark(client: httpx.Client) -> None:
    written = b'{"documents": [{"text": "A ferry struck the North Mole at Port Ennick."}]}'
    assert client.post("/v1/briefs", content=b"\xef\xbb\xbf" + written, headers=JSON).status_code == 200


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_json_in_another_encoding_is_told_so(client: httpx.Client, encoding: str) -> None:
    answer = client.post("/v1/briefs", content='{"documents": []}'.encode(encoding), headers=JSON)
    assert "UTF-16 or UTF-32" in assert_problem(answer, 400, "invalid-json")["detail"]


def test_json_that_is_not_utf_8_is_told_where(client: httpx.Client) -> None:
    answer = client.post("/v1/briefs", content='{"documents": "\u00e9"}'.encode("latin-1"), headers=JSON)
    assert "UTF-8, and the body is not, from byte 16 on" in assert_problem(answer, 400, "invalid-json")["detail"]


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing/here", 404, "not-found"),
        ("GET", "/static/../app.py", 404, "not-found"),
        ("GET", "/static/none.js", 404, "not-found"),
        ("DELETE", "/v1/briefs", 405, "method"),
        ("POST", "/livez", 405, "method"),
    ],
)
def test_what_is_not_there_is_a_problem_too(
    client: httpx.Client, method: str, path: str, status: int, code: str
) -> None:
    assert_problem(client.request(method, path), status, code)


def test_a_body_of_another_type_is_refused(client: httpx.Client) -> None:
    assert_problem(client.post("/v1/briefs", data={"text": SECRET}), 415, "unknown-type")
    assert_problem(client.post("/v1/briefs/upload", json={}), 415, "unknown-type")


def test_a_form_of_too_many_parts_is_refused(client: httpx.Client) -> None:
    files = [("files", (f"{n}.txt", b"A ferry sank.")) for n in range(101)]
    assert_problem(client.post("/v1/documents", files=files), 400, "invalid-form")


def test_head_is_answered_as_get_without_the_body(client: httpx.Client) -> None:
    for path in ("/", "/livez", "/v1/version"):
        asked, answered = client.head(path), client.get(path)
        assert (asked.status_code, asked.content) == (200, b"")
        assert asked.headers["Content-Length"] == answered.headers["Content-Length"]
    assert client.head("/v1/briefs").status_code == 405


@pytest.mark.parametrize(
    "body", [b"", b"--x", b"--x\r\n\r\n", b"--x\r\nContent-Disposition: form-data\r\n\r\nZanzibar"]
)
def test_a_broken_form_is_refused(client: httpx.Client, body: bytes) -> None:
    answer = client.post("/v1/briefs/upload", content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert answer.status_code in (400, 422)
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_form_that_was_cut_off_is_refused_and_not_read_without_its_last_file(client: httpx.Client) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="files"; filename="%b.txt"\r\n\r\nA ferry sank.\r\n'
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    whole = part % b"one" + part % b"two" + b"--x--\r\n"
    assert len(client.post("/v1/documents", content=whole, headers=headers).json()["documents"]) == 2
    for cut in (len("--\r\n"), len("--x--\r\n"), len("--x--\r\n") + 4):
        answer = client.post("/v1/documents", content=whole[:-cut], headers=headers)
        assert "closing boundary" in assert_problem(answer, 400, "invalid-form")["detail"]


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('form-data; name="files"; filename="caf\u00e9.txt"', "caf\u00e9.txt"),
        ('form-data; name="files"; filename="a \\"quoted\\" one.txt"', 'a "quoted" one.txt'),
        ("form-data; name=files; filename=plain.txt", "plain.txt"),
        ("form-data; name=\"files\"; filename*=UTF-8''caf%C3%A9.txt", "caf\u00e9.txt"),
        ("form-data; name=\"files\"; filename=cafe.txt; filename*=iso-8859-1'en'caf%E9.txt", "caf\u00e9.txt"),
    ],
)
def test_a_file_may_be_named_in_every_way_that_clients_do(client: httpx.Client, disposition: str, name: str) -> None:
    body = f"preamble\r\n--x\r\nContent-Disposition: {disposition}\r\n\r\nA ferry sank.\r\n--x--\r\nepilogue".encode()
    headers = {"Content-Type": 'multipart/form-data; boundary="x"'}
    read = client.post("/v1/documents", content=body, headers=headers).json()
    assert [(document["id"], document["text"]) for document in read["documents"]] == [(name, "A ferry sank.")]


def test_a_form_names_its_fields(client: httpx.Client) -> None:
    files = [("files", ("a.txt", b"A ferry sank."))]
    answer = client.post("/v1/briefs/upload", files=files, data={"words": "3"})
    assert "max_words" in assert_problem(answer, 422, "invalid-request")["detail"]
    answer = client.post("/v1/briefs/upload", files=files, data={"max_words": "many"})
    assert assert_problem(answer, 422, "invalid-request")["errors"][0]["field"] == "max_words"


def test_a_damaged_compressed_body_is_refused(client: httpx.Client) -> None:
    packed = gzip.compress(b'{"documents": []}')
    for body in (b"", packed[:-4], b"no gzip", packed + packed[:-4], packed + b"no gzip"):
        answer = client.post("/v1/briefs", content=body, headers={**JSON, "Content-Encoding": "gzip"})
        assert_problem(answer, 400, "damaged-body")
    answer = client.post("/v1/briefs", content=packed, headers={**JSON, "Content-Encoding": "br"})
    assert_problem(answer, 415, "unknown-encoding")
