"""Whatever happens to the cache folder, there is an encoder, and at most one line that says why it is slower."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.errors import ModelError
from summarize.models import compile_model, load_encoder, loading
from summarize.models.cache import FOLDER_VARIABLE, CompiledModel, write_compiled
from summarize.models.compiled import CompiledEncoder
from summarize.models.transformer import SentenceTransformerEncoder
from tests.built_models import TEXTS, BuildModel


def damage_nothing_left(path: Path) -> None:
    path.write_bytes(b"")


def damage_cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damage_one_weight(path: Path) -> None:
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        part = archive.getinfo("model.onnx")
    content[part.header_offset + part.file_size // 2] ^= 1
    path.write_bytes(content)


def damage_a_text_instead(path: Path) -> None:
    path.write_text("a shopping list\n" * 100, encoding="utf-8")


def damage_another_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("holiday.txt", "sea")


def damage_a_model_onnxruntime_refuses(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, b"not a graph" if name == "model.onnx" else content)


@pytest.mark.parametrize(
    "damage",
    [
        damage_nothing_left,
        damage_cut_in_half,
        damage_one_weight,
        damage_a_text_instead,
        damage_another_archive,
        damage_a_model_onnxruntime_refuses,
    ],
    ids=lambda damage: damage.__name__.removeprefix("damage_"),
)
def test_a_damaged_or_foreign_file_is_made_again(damage: Callable[[Path], None], cache: Path, tiny: Path) -> None:
    path = compile_model(str(tiny))
    expected = load_encoder(str(tiny), say=pytest.fail).encode(TEXTS)
    damage(path)
    said: list[str] = []
    again = load_encoder(str(tiny), say=said.append).encode(TEXTS)
    # Not equal to the last bit: on a busy machine the other precision can come out faster when it is measured again.
    assert (again * expected).sum(axis=1).min() >= 0.98
    assert len(said) == 1
    assert f"{path} is not usable and will be made again" in said[0]
    assert isinstance(load_encoder(str(tiny), say=pytest.fail), CompiledEncoder)


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
@pytest.mark.parametrize("kind", ["*.zip", "*.hashes.json", "*.failed.txt"])
def test_what_would_never_end_is_not_read(make: Callable[[Path], None], kind: str, cache: Path, tiny: Path) -> None:
    compile_model(str(tiny))
    path = next(cache.glob("*.zip"))
    if kind != "*.zip":
        names = {"*.failed.txt": f"{path.stem}.failed.txt", "*.hashes.json": memory_of(tiny)}
        path.unlink()
        path = cache / names[kind]
    path.unlink(missing_ok=True)
    make(path)
    assert isinstance(load_encoder(str(tiny), say=lambda message: None), CompiledEncoder)


def memory_of(folder: Path) -> str:
    """The name of the file that remembers what the files of a model hash to."""
    return f"{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:32]}.hashes.json"


def test_another_models_file_under_this_name_is_not_used(cache: Path, tiny: Path, build_model: BuildModel) -> None:
    other = build_model(cache.parent / "other", seed=1)
    path = compile_model(str(tiny))
    shutil.copyfile(compile_model(str(other)), path)
    said: list[str] = []
    vectors = load_encoder(str(tiny), say=said.append).encode(TEXTS)
    assert "another model" in said[0]
    assert (vectors * load_encoder(str(tiny), "torch").encode(TEXTS)).sum(axis=1).min() > 0.98


def assert_on_torch_with_one_line(tiny: Path, reason: str) -> None:
    said: list[str] = []
    encoder = load_encoder(str(tiny), say=said.append)
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert encoder.encode(TEXTS).shape == (len(TEXTS), 32)
    assert len(said) == 1
    assert "runs on torch" in said[0]
    assert reason in said[0]
    assert FOLDER_VARIABLE in said[0]
    assert "\n" not in said[0]


def test_a_missing_folder_is_made_with_its_parents(
    cache: Path, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    assert isinstance(load_encoder(str(tiny), say=pytest.fail), CompiledEncoder)
    assert folder.is_dir()


def test_a_file_in_the_place_of_the_folder_means_torch(cache: Path, tiny: Path) -> None:
    cache.write_text("in the way", encoding="utf-8")
    assert_on_torch_with_one_line(tiny, "File exists")


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that even root cannot write to")
def test_a_folder_that_the_system_refuses_means_torch(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, "/sys/kernel/summarize")
    assert_on_torch_with_one_line(tiny, "/sys/kernel/summarize")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to any folder")
def test_a_read_only_folder_means_torch(cache: Path, tiny: Path) -> None:
    cache.mkdir()
    cache.chmod(0o555)
    assert_on_torch_with_one_line(tiny, "Permission denied")


def test_a_read_only_folder_with_the_compiled_model_in_it_is_all_that_is_needed(cache: Path, tiny: Path) -> None:
    path = compile_model(str(tiny))
    path.chmod(0o444)
    cache.chmod(0o555)
    try:
        assert isinstance(load_encoder(str(tiny), say=pytest.fail), CompiledEncoder)
    finally:
        cache.chmod(0o755)


def test_a_full_disk_means_torch_before_any_work_is_done(
    cache: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(100, 100, 0))
    assert_on_torch_with_one_line(tiny, "No space left")
    assert list(cache.glob("*.zip")) == []


def test_a_disk_that_fills_up_while_writing_leaves_nothing_behind(
    cache: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit on the size of files makes the system itself refuse the write, half way through."""

    def write_within_a_limit(path: Path, compiled: CompiledModel) -> None:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
        try:
            write_compiled(path, compiled)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, handler)

    monkeypatch.setattr(loading, "write_compiled", write_within_a_limit)
    assert_on_torch_with_one_line(tiny, "File too large")
    assert [path.name for path in cache.iterdir() if not path.name.endswith(".hashes.json")] == []


def test_compiling_ahead_fails_aloud_when_the_folder_cannot_be_written(cache: Path, tiny: Path) -> None:
    cache.write_text("in the way", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be kept"):
        compile_model(str(tiny))


def test_a_folder_in_the_place_of_the_file_means_torch(cache: Path, tiny: Path) -> None:
    path = compile_model(str(tiny))
    path.unlink()
    path.mkdir()
    said: list[str] = []
    assert isinstance(load_encoder(str(tiny), say=said.append), SentenceTransformerEncoder)
    assert "cannot be kept" in said[-1]
    with pytest.raises(ModelError, match="cannot be kept"):
        compile_model(str(tiny), say=said.append)
    assert not list(cache.glob("*.part"))


def test_two_processes_that_compile_at_once_both_succeed(cache: Path, tiny: Path) -> None:
    program = """
import hashlib, sys
from summarize.models import load_encoder
encoder = load_encoder(sys.argv[1])
print(type(encoder).__name__, hashlib.sha256(encoder.encode(["A ferry struck the pier."]).tobytes()).hexdigest())
"""
    command = [sys.executable, "-W", "error::RuntimeWarning", "-c", program, str(tiny)]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
        for _ in range(2)
    ]
    results = [(process.communicate(timeout=200), process.returncode) for process in both]
    assert results[0] == results[1]
    (out, err), status = results[0]
    assert (out.split()[0], err, status) == ("CompiledEncoder", "", 0)
    assert [path.suffix for path in cache.iterdir() if path.suffix != ".json"] == [".zip"]


@pytest.mark.parametrize("named", ["~nobody-of-this-name/cache", ""])
def test_without_a_home_the_model_runs_on_torch_and_no_folder_is_made_where_the_command_runs(
    named: str, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, named)
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *given, **more: "~/.cache/summarize")
    monkeypatch.setattr(Path, "expanduser", without_home)
    monkeypatch.chdir(tmp_path)
    assert_on_torch_with_one_line(tiny, "SUMMARIZE_CACHE_DIR names another folder")
    with pytest.raises(ModelError, match="nobody-of-this-name"):
        load_encoder("~nobody-of-this-name/model")
    assert list(tmp_path.iterdir()) == []


def without_home(path: Path) -> Path:
    raise RuntimeError("Could not determine home directory.")
