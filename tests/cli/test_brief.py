"""The command, as a user meets it: what it prints where, and how it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import summarize.cli.brief
from summarize import Brief
from summarize.cli import run
from tests.conftest import COURIER, LATER, WIRE


def files(folder: Path) -> list[str]:
    return [str(path) for path in sorted(folder.glob("*.txt"))]


def test_the_brief_goes_to_stdout_and_nothing_to_stderr(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(files(folder)) == 0
    out, err = capfdbinary.readouterr()
    assert "North Mole" in out.decode()
    assert err == b""


@pytest.mark.parametrize("format", ["markdown", "text", "json", "html"])
@pytest.mark.parametrize("form", ["files", "folder", "jsonl", "stdin"])
def test_every_input_gives_every_format(
    folder: Path, form: str, format: str, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    if form == "files":
        sources = files(folder)
    elif form == "folder":
        sources = [str(folder)]
    else:
        lines = folder.parent / f"{folder.name}.jsonl"
        lines.write_text("".join(json.dumps({"text": t}) + "\n" for t in (WIRE, COURIER, LATER)), encoding="utf-8")
        sources = [str(lines)] if form == "jsonl" else ["-"]
    if form == "stdin":
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.read_bytes())))
    assert run([*sources, "-f", format]) == 0
    out = capfdbinary.readouterr().out
    assert out.endswith(b"\n")
    assert b"North Mole" in out
    if format == "json":
        assert len(Brief.from_dict(json.loads(out)).sources) == 3


def test_standard_input_of_a_process_is_read() -> None:
    done = command_line(["-", "-f", "text"], stdin=WIRE.encode())
    assert done.returncode == 0, done.stderr
    assert b"North Mole" in done.stdout


def command_line(arguments: list[str], stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, with the small encoder in place of the model."""
    program = (
        "import summarize.models, summarize.cli; from tests.conftest import WordEncoder;"
        "summarize.models.load_encoder = lambda *wanted: WordEncoder(); summarize.cli.main()"
    )
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, **environment},
    )


def test_the_length_options_hold(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run([str(folder), "-w", "30", "-f", "json"]) == 0
    assert Brief.from_dict(json.loads(capfdbinary.readouterr().out)).words <= 30
    assert run([str(folder), "-s", "2", "-f", "json"]) == 0
    assert len(json.loads(capfdbinary.readouterr().out)["sentences"]) == 2


def test_output_goes_to_the_file_as_it_would_go_to_stdout(
    folder: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(files(folder)) == 0
    shown = capfdbinary.readouterr().out
    assert run([*files(folder), "-o", str(tmp_path / "brief.md")]) == 0
    assert capfdbinary.readouterr().out == b""
    assert (tmp_path / "brief.md").read_bytes() == shown


def test_the_output_does_not_depend_on_the_locale(folder: Path) -> None:
    (folder / "later.txt").write_text(
        LATER + "Der Kapitän heißt Øystein “Haldane” in Reykjavík today 🚢.\n", encoding="utf-8"
    )
    plain = command_line([*files(folder)], LC_ALL="C", PYTHONIOENCODING="ascii")
    assert plain.returncode == 0, plain.stderr
    assert plain.stdout == command_line([*files(folder)], LC_ALL="C.UTF-8").stdout


def test_an_unreadable_source_is_named_and_the_rest_goes_on(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([str(folder), str(folder / "missing.txt")]) == 0
    out, err = capfd.readouterr()
    assert "missing.txt" in err
    assert "North Mole" in out


def test_strict_makes_an_unreadable_source_an_error(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([str(folder), str(folder / "missing.txt"), "--strict"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert "missing.txt" in err
    assert "--strict" in err


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("clutter.txt", b"Advertisement\n\nShare this article\n\nRead more\n", "boilerplate"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "picture.png"),
        ("broken.jsonl", b'{"text": "It is so."}\n{"text": \n{"title": "no text"}\n', "line 2"),
        ("huge.txt", b"word " * 4_000_000, "huge.txt"),
        ("line.txt", b"x" * 5_000_000, "line.txt"),
    ],
)
def test_bad_input_ends_with_a_message_and_never_a_traceback(
    tmp_path: Path, name: str, content: bytes, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    status = run([str(tmp_path / name)])
    out, err = capfd.readouterr()
    assert reason in err
    assert "Traceback" not in err
    assert status == (0 if name == "broken.jsonl" else 1)
    assert bool(out) == (status == 0)


@pytest.mark.parametrize(
    "arguments", [["-w", "0"], ["-w", "-3"], ["-s", "0"], ["-w", "many"], ["-f", "docx"], ["--colour"], []]
)
def test_wrong_usage_ends_with_status_2_and_says_what_is_valid(
    folder: Path, arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([*(files(folder) if arguments else []), *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == "" or not arguments
    assert not arguments or arguments[0].lstrip("-")[:1] in err


def test_an_unwritable_output_is_found_before_the_work_begins(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([str(folder), "-o", str(folder / "no" / "such" / "brief.md")]) == 2
    assert "no folder" in capfd.readouterr().err


def test_a_budget_too_small_for_any_sentence_is_no_empty_success(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([str(folder), "-w", "1"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert "1 word" in err


def test_the_same_file_twice_is_one_voice(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run([files(folder)[-1]] * 2 + ["-f", "json"]) == 0
    brief = json.loads(capfdbinary.readouterr().out)
    assert len(brief["sources"]) == 2
    assert {s["voices"] for s in brief["sentences"]} == {1}


def test_verbose_times_the_stages_on_stderr(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([str(folder), "--verbose"]) == 0
    err = capfd.readouterr().err
    for stage in ("reading", "sentences", "embedding", "claims", "selection", "total"):
        assert stage in err


def test_where_vectors_cannot_be_kept_one_line_says_so_unless_quiet(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The small encoder has nothing that tells it from another one."""
    vectors = ["--vectors", str(folder / "vectors.sqlite")]
    assert run([str(folder), *vectors]) == 0
    said = capfd.readouterr().err
    assert said.startswith("summarize: vectors are not kept, because the files of the model test/words cannot be read")
    assert said.count("\n") == 1
    assert run([str(folder), *vectors, "-q"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_and_version_answer_without_the_heavy_libraries(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom summarize.cli import run\nstatus = run(sys.argv[1:])\n"
        "heavy = {'torch', 'faiss', 'sentence_transformers', 'transformers', 'sklearn', 'scipy', 'onnxruntime'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\nsys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "summarize" in done.stdout
    assert done.stderr.strip() == "[]"


def test_a_model_that_is_not_there_is_an_error_that_says_what_to_do(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([str(folder), "--model", "nobody/no-such-model"]) == 1
    err = capfd.readouterr().err
    assert "nobody/no-such-model" in err
    assert "hf download" in err
    assert "Traceback" not in err


def test_compiling_ahead_needs_no_source_and_prints_the_file(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(summarize.cli.brief, "compile_model", lambda model, say: Path(f"/cache/{model}.zip"))
    assert run(["--compile-model", "--model", "example"]) == 0
    assert capfd.readouterr() == ("/cache/example.zip\n", "")


def test_a_misspelt_command_is_no_source(
    folder: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the draft to be checked would be one of the articles of a brief."""
    monkeypatch.chdir(tmp_path)
    assert run(["chekc", str(folder)]) == 2
    assert capfd.readouterr().err == (
        'summarize: there is no file, folder or command "chekc"; did you mean "summarize check"?\n'
    )
    Path("chekc").write_text("A ferry struck the mole at Port Ennick in dense fog on Tuesday, the coastguard said.")
    assert run(["chekc"]) == 0


def test_no_source_at_all_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["-q"]) == 2
    assert "no SOURCE was given" in capfd.readouterr().err


def test_a_cache_folder_that_cannot_be_used_is_one_line_on_stderr(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    command = [sys.executable, "-m", "summarize", str(tmp_path / "wire.txt")]
    environment = {**os.environ, "SUMMARIZE_CACHE_DIR": str(tmp_path / "cache")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr.startswith("summarize: the model sentence-transformers/all-MiniLM-L6-v2 runs on torch")
    assert done.stderr.count("\n") == 1
    quiet = subprocess.run([*command, "-q"], env=environment, capture_output=True, text=True, check=False)
    assert (quiet.returncode, quiet.stderr, quiet.stdout) == (0, "", done.stdout)
