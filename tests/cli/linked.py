"""Pages and a feed on a server of this machine, and briefs of them by the command."""

from __future__ import annotations

import pytest

from summarize.cli import run
from tests.conftest import COURIER

HTML = {"Content-Type": "text/html; charset=iso-8859-1", "ETag": '"1"'}


def page(text: str, title: str) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    return f"<html><head><title>{title}</title></head><body><article>{paragraphs}</article></body></html>".encode(
        "latin-1"
    )


FEED = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Skarra Post</title>
<item><title>Fog ferry hits mole</title><guid isPermaLink="false">courier</guid>
<content:encoded><![CDATA[{COURIER}]]></content:encoded></item>
<item><title>A day later</title><link>LATER</link><description>31 need treatment</description></item>
<item><title>Gone</title><link>GONE</link></item>
</channel></rss>"""


ALLOW = ["--allow-host", "127.0.0.1"]


def made(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> tuple[str, list[str]]:
    """The brief in JSON, and what was said."""
    capfd.readouterr()
    assert run([*arguments, "-f", "json"]) == 0
    out, err = capfd.readouterr()
    return out, err.splitlines()
