"""What a page says about its article: JSON-LD and meta tags first, then what trafilatura and htmldate find."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from summarize.reading.authors import read_authors
from summarize.reading.metadata import parse_published
from summarize.reading.pages.copies import original_link

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "cxenseparse:recs:publishtime",
)
_PUBLISHER = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator")
_LINK = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:www\.|m\.|amp\.)?([^/:?#]+)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:Article|BlogPosting|ReportageNewsArticle|Report|Review)$")
_FIRST_PART = re.compile(r"(?P<name>[^|–—»]{2,40}?)(?:\s*\||\s+[-–—»]|:)\s+(?P<rest>.{10,})")
_LAST_PART = re.compile(r"(?P<rest>.{10,})(?:\s*\||\s+[-–—«])\s+(?P<name>[^|–—«]{2,40})$")
_LEAST_LETTERS = 3
"""A shorter name or site is in too many others to be told by a part."""
_LONGEST_SECOND_LEVEL = 3
"""Letters of "co", "com" and the like below the domain of a country."""
_LATEST = "2100-01-01"
"""Given to htmldate, whose own latest date is today: the same page says the same tomorrow."""
_MOST_BYLINES = 5
_MOST_JSON_DEPTH, _MOST_JSON_NODES = 8, 5_000
MAX_TITLE, MAX_PUBLISHER, MAX_URL = 500, 120, 2_000
"""Characters; what is longer is no title, name or link."""


@dataclass(frozen=True, slots=True)
class About:
    """What a page says about its article."""

    title: str | None
    publisher: str | None
    author: str | None
    published: datetime | None
    url: str | None
    language: str | None
    is_article: bool
    """The page calls itself an article, or gives the time at which it was published."""


def read_about(tree: HtmlElement) -> About:
    """Raises nothing: what cannot be read is None."""
    meta = _meta(tree)
    nodes = list(_json_nodes(tree))
    linked = [node for node in nodes if _is_article(node)]
    links = [_canonical(tree), meta.get("og:url"), *(_text(node.get("url")) for node in linked)]
    given = [*(node.get("datePublished") for node in linked), *(meta.get(name) for name in _PUBLISHED), _time(tree)]
    moments = [moment for value in given if (moment := _moment(value)) is not None]
    says_all = moments and meta.get("og:title") and _first_link(links)
    found = {} if says_all else _by_rules(tree)
    url = _first_link([*links, found.get("url")])
    published = next((m for m in moments if m.time() != time.min and m.date() == moments[0].date()), None)
    published = published or next(iter(moments), None)
    publisher = _publisher(meta, linked, found, url, _clean(tree.findtext(".//title")))
    return About(
        title=_title(tree, meta, linked, found, publisher),
        publisher=publisher,
        author=_author(tree, meta, nodes, publisher),
        published=published or _moment(found.get("date")),
        url=url,
        language=_language(tree),
        is_article=bool(linked)
        or published is not None
        or meta.get("og:type", "").lower().startswith("article")
        or tree.find('.//*[@itemprop="articleBody"]') is not None,
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first content of every name, in small letters."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _clean(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _json_nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            data = json.loads(script.text.strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        left = [(data, 0)]
        for _ in range(_MOST_JSON_NODES):
            if not left:
                break
            node, depth = left.pop(0)
            if isinstance(node, dict):
                yield node
                inner: Iterable[Any] = (node.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage"))
            else:
                inner = node if isinstance(node, list) else ()
            if depth < _MOST_JSON_DEPTH:
                left += [(each, depth + 1) for each in inner if isinstance(each, dict | list)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _by_rules(tree: HtmlElement) -> dict[str, str]:
    from copy import deepcopy

    from trafilatura.metadata import extract_metadata

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    dates = {"original_date": True, "extensive_search": False, "max_date": _LATEST}
    try:
        found = extract_metadata(deepcopy(tree), None, dates)
    except Exception:  # odd markup; the page's own statements are read without it
        return {}
    fields = {"title": found.title, "url": found.url, "date": found.date, "publisher": found.sitename}
    return {name: value for name, value in fields.items() if isinstance(value, str) and value}


def _canonical(tree: HtmlElement) -> str | None:
    return next(
        (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )


def _first_link(candidates: Iterable[str | None]) -> str | None:
    links = (original_link(candidate.strip()) for candidate in candidates if candidate)
    return next((link for link in links if len(link) <= MAX_URL and _LINK.fullmatch(link)), None)


def _time(tree: HtmlElement) -> str | None:
    """The moment that is marked as that of publication, or the only one on the page."""
    found = [element for element in tree.iter("time") if element.get("datetime")]
    for element in found:
        if element.get("itemprop") == "datePublished" or "pubdate" in element.attrib:
            return str(element.get("datetime"))
    return str(found[0].get("datetime")) if len({element.get("datetime") for element in found}) == 1 else None


def _moment(value: Any) -> datetime | None:
    """A date is midnight of its day. A year no news is from is no date."""
    moment = parse_published(value) if isinstance(value, str) else None
    return moment if moment is not None and 1900 < moment.year < 2100 else None


def _publisher(
    meta: dict[str, str], linked: list[dict[str, Any]], found: dict[str, str], url: str | None, title: str | None
) -> str | None:
    """The site's name for itself; where its host does not speak for that, as for a section's, the name that the page's
    title has behind the headline, if that is the host's. Of two names for one site one with capitals: it is no handle.
    """
    named = [_text(node.get("publisher")) for node in linked]
    host = _HOST.match(url) if url else None
    stated = (meta.get(_PUBLISHER[0]), *named, *(meta.get(name) for name in _PUBLISHER[1:]))
    names = [(name or "").partition("|")[0].strip().lstrip("@") for name in stated]
    names = [name for name in names if name and len(name) <= MAX_PUBLISHER and not _LINK.match(name)]
    if host is None:
        return next(iter(names), found.get("publisher"))
    *beneath, site = _labels(host[1].lower())
    names = [name for name in names if name not in map(str.capitalize, beneath)]
    last = _LAST_PART.search(title or "")
    closing = last["name"].strip() if last and last["name"].strip() not in meta.get("og:title", "") else ""
    if not (names and _is_of(names[0], site)) and _is_of(closing, site) and host[1] not in closing.lower():
        return closing
    name = next(iter(names), host[1])
    if not name.islower():
        return name
    written = [other for other in (*names, closing) if _is_of(other, site)]
    return next(
        (other for other in written if not other.islower()),
        closing if closing in written and host[1] not in closing else name,
    )


def _author(tree: HtmlElement, meta: dict[str, str], nodes: list[dict[str, Any]], publisher: str | None) -> str | None:
    """Who wrote the article by the page's own statements; what marks its bylines counts where these name nobody."""
    marked = tree.xpath('//*[@itemprop="author" or contains(concat(" ", @rel, " "), " author ")]')
    named = {str(node["@id"]): node.get("name") for node in nodes if "@id" in node}
    linked = [author for node in nodes if _is_article(node) for author in _listed(node.get("author"))]
    stated = [[named.get(_identity(author), author) for author in linked], *(meta.get(name) for name in _AUTHOR)]
    shown = [_clean(" ".join(each.itertext())) for each in marked[:_MOST_BYLINES]]
    return next((names for given in stated if (names := read_authors(given, publisher))), None) or read_authors(
        list(dict.fromkeys(shown)), publisher
    )


def _identity(node: Any) -> str:
    """Under which a page tells of a person elsewhere, where it only points there."""
    return str(node.get("@id")) if isinstance(node, dict) and "name" not in node else ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _labels(host: str) -> list[str]:
    """The parts of a host before its top-level domain, such as "com" and "co.uk"; the site's own is the last."""
    labels = host.split(".")
    end = -2 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= _LONGEST_SECOND_LEVEL else -1
    return labels[:end] or labels


def _is_of(name: str, site: str) -> bool:
    """Whether a name is that of a site: one within the other, or the site in the order of the name's letters."""
    letters, label = _letters(name), _letters(site)
    if len(letters) < _LEAST_LETTERS or len(label) < _LEAST_LETTERS:
        return letters == label
    left = iter(letters)
    return letters in label or label in letters or (len(label) > _LEAST_LETTERS and all(each in left for each in label))


def _title(
    tree: HtmlElement, meta: dict[str, str], linked: list[dict[str, Any]], found: dict[str, str], publisher: str | None
) -> str | None:
    """The headline as the page shows it, where what the page says of itself holds it too."""
    names = [meta.get("og:title"), *(_text(node.get("headline")) for node in linked), meta.get("twitter:title")]
    given = [name for name in [*names, found.get("title"), _clean(tree.findtext(".//title"))] if name]
    shown = [heading for each in tree.iter("h1") if (heading := _clean(" ".join(each.itertext())))]
    for heading in shown:
        is_site = _letters(heading) == _letters(publisher or "")
        if len(heading) <= MAX_TITLE and not is_site and any(_stands_in(heading, name) for name in given):
            return heading
    title = next((name for name in given if len(name) <= MAX_TITLE), None)
    return _without_site(title, publisher) if title else next((each for each in shown if len(each) <= MAX_TITLE), None)


def _stands_in(heading: str, name: str) -> bool:
    """Whether a heading stands whole in a title; a word or two are more likely the name of the site."""
    a, b = (re.sub(r"\W+", " ", each).strip().lower() for each in (heading, name))
    return (len(a.split()) >= 3 and f" {a} " in f" {b} ") or (a == b and bool(a))


def _without_site(title: str, publisher: str | None) -> str:
    """A title without the name of the site before or behind it."""
    site = _letters(publisher or "")
    for cut in (_FIRST_PART.match(title), _LAST_PART.search(title)):
        name = _letters(cut["name"]) if cut else ""
        if cut and name and site and (name in site or site in name):
            return cut["rest"]
    return title


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _language(tree: HtmlElement) -> str | None:
    return _clean(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))


def _text(value: Any) -> str | None:
    """A text, or the name of what stands in its place."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return _clean(value) if isinstance(value, str) else None


def _clean(value: str | None) -> str | None:
    """One line, without markup and half surrogates."""
    if not value:
        return None
    from html import unescape

    plain = re.sub(r"<[^<>]{1,200}>", " ", unescape(value)) if "<" in value or "&" in value else value
    return " ".join(plain.encode("utf-8", "replace").decode("utf-8").split()) or None
