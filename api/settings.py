"""What whoever runs the service may choose: environment variables that begin with SUMMARIZE_API_."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "SUMMARIZE_API_"

KEY_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_KEY = re.compile(rf"(?P<name>{KEY_NAME.pattern}):(?P<digest>[0-9a-f]{{64}})")
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?|https?://\[[0-9a-fA-F:]+\](:\d{1,5})?")

Words = Annotated[tuple[str, ...], NoDecode]
"""Several words in one variable, apart by white space or commas."""


class SettingsError(ValueError):
    """The service must not start with these settings; the message says which and why."""


class Settings(BaseSettings):
    """Everything that can be set. A value that is unknown, out of range or unsafe raises SettingsError in `load`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True, hide_input_in_errors=True)

    host: str = Field(default="127.0.0.1", description="Address to listen on.", min_length=1)
    port: int = Field(default=8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    keys: Words = Field(default=(), description="Access keys, each NAME:SHA256 as `summarize-api key NAME` prints it.")
    keys_file: Path | None = Field(default=None, description="File with more of them, one a line; # begins a comment.")
    metrics_keys: Words = Field(default=(), description="Keys that read /metrics, of the same kind; the others do not.")
    allow_no_keys: bool = Field(
        default=False, description="Listen beyond this machine without keys. Anyone may then use it."
    )
    cors_origins: Words = Field(
        default=(), description="Web origins whose pages may call the API, such as https://desk.example."
    )
    trusted_proxies: Words = Field(
        default=(), description="Addresses of reverse proxies whose X-Forwarded-For is believed."
    )

    model: str | None = Field(default=None, description="Another sentence-transformers model: its name or folder.")
    workers: int = Field(default=0, ge=0, le=256, description="Briefs made at once; 0 is one for each processor.")
    queue: int = Field(
        default=16, ge=0, le=10_000, description="Requests that may wait for a worker; the next gets 503."
    )
    request_timeout: float = Field(
        default=60, ge=0.1, le=3600, description="Seconds a brief may take, waiting included."
    )
    body_timeout: float = Field(default=30, ge=0.1, le=3600, description="Seconds a client may take to send a request.")
    max_connections: int = Field(default=512, ge=1, le=100_000, description="Connections open at once.")

    max_body_bytes: int = Field(
        default=8 * 2**20, ge=1024, le=2**30, description="Longest request body, also once unpacked."
    )
    max_bodies_bytes: int = Field(
        default=128 * 2**20, ge=1024, le=2**40, description="All request bodies at once; the next gets 503."
    )
    max_documents: int = Field(default=100, ge=1, le=100_000, description="Documents of one request.")
    max_characters: int = Field(
        default=1_000_000, ge=100, le=100_000_000, description="Characters of all its documents."
    )
    max_links: int = Field(
        default=20, ge=1, le=1_000, description="Documents of one request that are links, where FETCH lets them be."
    )
    max_sentences: int = Field(default=10_000, ge=1, le=1_000_000, description="Sentences of all its documents.")
    rate_per_minute: int = Field(
        default=120, ge=0, le=1_000_000, description="Requests a minute by key or address; 0: no limit."
    )
    rate_burst: int = Field(default=60, ge=1, le=1_000_000, description="How many of them may come at once.")

    fetch: bool = Field(
        default=False,
        description="Read documents given as links: public web pages alone, whoever asks. The service then opens "
        "connections; without, it opens none.",
    )
    links_per_minute: int = Field(
        default=120, ge=0, le=1_000_000, description="Links a minute by key or address, as many at once; 0: no limit."
    )
    link_cache_bytes: int = Field(
        default=8 * 2**20,
        ge=0,
        le=2**36,
        description="Memory for pages fetched, where one holder at most uses it (one key, or none and no proxy); "
        "0 keeps none.",
    )
    fetch_hosts: Words = Field(
        default=(), description="Hosts that links may lead to though they are not public, such as intranet.example."
    )

    cache_bytes: int = Field(
        default=16 * 2**20,
        ge=0,
        le=2**36,
        description="Memory for briefs already made, where one holder at most uses it (one key, or none and no proxy); "
        "0 keeps none.",
    )
    remembered_sentences: int = Field(
        default=5_000,
        ge=0,
        le=1_000_000,
        description="Sentences whose vectors each worker keeps, for requests with one more article, where one "
        "holder at most uses it (one key, or none and no proxy); 0 keeps none.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least level that is logged."
    )

    @field_validator("keys", "metrics_keys", "cors_origins", "trusted_proxies", "fetch_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("cors_origins")
    @classmethod
    def _origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(
                    "each must be an origin such as https://desk.example, without a path; * is not allowed"
                )
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for address in value:
            ipaddress.ip_network(address)
        return value

    @model_validator(mode="after")
    def _safe(self) -> Settings:
        if self.max_bodies_bytes < self.max_body_bytes:
            raise ValueError(
                f"{PREFIX}MAX_BODIES_BYTES must be at least {PREFIX}MAX_BODY_BYTES, or no such body gets in"
            )
        if 0 < self.links_per_minute < self.max_links:
            raise ValueError(
                f"{PREFIX}LINKS_PER_MINUTE must be at least {PREFIX}MAX_LINKS, or no such request gets through"
            )
        keyed = bool(self.digests)  # read in any case, so that a wrong key is told
        self._check_given(keyed, "keys", "keys_file")
        self._check_given(bool(self.metrics_digests), "metrics_keys")
        if both := set(self.digests.values()) & set(self.metrics_digests.values()):
            names = ", ".join(name for name, digest in self.metrics_digests.items() if digest in both)
            raise ValueError(
                f"{PREFIX}METRICS_KEYS: {names} is a key of the service too; what reads the metrics may not"
            )
        if not (self.is_loopback or keyed or self.allow_no_keys):
            raise ValueError(
                f"listening on {self.host} needs access keys: make one with `summarize-api key NAME`, or set "
                f"{PREFIX}ALLOW_NO_KEYS=true if anyone who reaches it may use it"
            )
        return self

    def _check_given(self, keyed: bool, *names: str) -> None:
        """Raises ValueError where keys are meant to be and are not: without, everyone would get in."""
        given = [f"{PREFIX}{name.upper()}" for name in names if name in self.model_fields_set]
        if given and not keyed:
            raise ValueError(
                f"there is no key in {' or '.join(given)}; make one with `summarize-api key NAME`, or take the setting "
                "away if no key is to be needed"
            )

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def has_one_holder(self) -> bool:
        """Whether all who may use it are one: what is kept from a request would tell the next holder, by the time an
        answer takes, which sentences stood in somebody else's articles. Behind a proxy nobody knows how many they are.
        """
        if self.digests:
            return len(self.digests) == 1
        return self.is_loopback and not (self.allow_no_keys or self.trusted_proxies)

    @property
    def digests(self) -> Mapping[str, str]:
        """SHA-256 of each key in hexadecimal, by the name of its holder. Raises ValueError for a line that is none."""
        lines = [(f"{PREFIX}KEYS", key) for key in self.keys]
        if self.keys_file is not None:
            try:
                text = self.keys_file.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                raise ValueError(f"{self.keys_file} cannot be read ({type(error).__name__})") from None
            lines += [(str(self.keys_file), key) for line in text.split("\n") for key in line.partition("#")[0].split()]
        return _digests(lines)

    @property
    def metrics_digests(self) -> Mapping[str, str]:
        """The same of the keys that read the metrics, and nothing else."""
        return _digests((f"{PREFIX}METRICS_KEYS", key) for key in self.metrics_keys)


def load(environ: Mapping[str, str] = os.environ, options: Mapping[str, object] = MappingProxyType({})) -> Settings:
    """The settings of this environment, and of the command's options, which win.

    Raises SettingsError, which names every variable and option at fault, but no value.
    """
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    unknown = sorted(name for name in environ if name.upper().startswith(PREFIX) and name.upper() not in known)
    if unknown:
        raise SettingsError(f"there is no setting {', '.join(unknown)}; the settings are {', '.join(sorted(known))}")
    try:
        return Settings(**dict(options))  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError("; ".join(_said(problem, options) for problem in error.errors())) from None


def _digests(lines: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for place, line in lines:
        key = _KEY.fullmatch(line)
        if key is None:
            raise ValueError(f"{place}: a key is NAME:SHA256 as `summarize-api key NAME` prints it, not the key itself")
        if key["name"] in found:
            raise ValueError(f"{place}: there are two keys of the name {key['name']}")
        found[key["name"]] = key["digest"]
    return found


def _said(problem: ErrorDetails, options: Mapping[str, object]) -> str:
    message = problem["msg"].removeprefix("Value error, ")
    if not problem["loc"]:
        return message
    name = str(problem["loc"][0])
    given_as = "--" + name.replace("_", "-") if name in options else PREFIX + name.upper()
    return f"{given_as}: {message}"
