"""How an article credits the agency that its report is from."""

from __future__ import annotations

import re

from summarize.languages.sourcing import Agencies

NAMES = {
    "ap": "AP",
    "associated press": "AP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "dpa": "dpa",
    "upi": "UPI",
    "united press international": "UPI",
    "pa": "PA",
    "press association": "PA",
    "pa media": "PA",
    "bloomberg": "Bloomberg",
    "xinhua": "Xinhua",
    "efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "kyodo": "Kyodo",
    "yonhap": "Yonhap",
    "ani": "ANI",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ians": "IANS",
    "aap": "AAP",
    "cp": "CP",
    "canadian press": "CP",
    "tns": "TNS",
}
_NAME = "|".join(sorted((re.escape(name) for name in NAMES), key=len, reverse=True))
_AGENCY = rf"(?:[Tt]he )?(?P<agency>(?i:{_NAME}))\b"

AGENCIES = Agencies(
    names=NAMES,
    # "PORT ENNICK, Nov 13 (NPA) -": whatever stands in brackets there is an agency.
    dateline=re.compile(
        r"^[ \t]*[A-Z][\w.'’/-]*(?:[ ,]+[A-Z\d][\w.'’/-]*){0,7},?[ \t]+"
        r"\((?P<agency>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3})\)"
        r"[ \t]*(?:[-–—]|(?=[A-Z]))",
        re.MULTILINE,
    ),
    credits=(
        re.compile(rf"\b{_AGENCY}(?: [\w’']+){{0,4}} contributed to (?:this|the) (?:report|story|article)"),
        re.compile(rf"^[\W_]*{_AGENCY}(?: and [\w ]+)? contributed\b", re.MULTILINE),
        # The last sentence of a line, "... he said. AP contributed."
        re.compile(rf"[.!?][”’\"')*_]* +[(\[*_]*{_AGENCY}(?: and [\w ]+)? contributed[\W_]*$", re.MULTILINE),
        re.compile(rf"\b(?:[Rr]eporting|[Ff]iles|[Aa]ssistance|[Ii]nformation|[Ii]nputs?) (?:by|from) {_AGENCY}"),
        re.compile(rf"^\W*(?:[Ss]ource|[Vv]ia|[Ff]rom|[Bb]y)\s?:? {_AGENCY}\W*$", re.MULTILINE),
        re.compile(rf"^\W*(?:[Bb]y|BY) [\w.’' -]{{3,40}}[,|/] ?{_AGENCY}\W*$", re.MULTILINE),
        re.compile(rf"^[ \t]*[(\[–—-]+ ?{_AGENCY}[)\]]?\W*$", re.MULTILINE),
        re.compile(rf"[.!?”\"] [(\[–—]{_AGENCY}[)\]]?[ \t]*$", re.MULTILINE),
        re.compile(rf"(?:©|\([Cc]\)|[Cc]opyright)(?: \d{{4}})? {_AGENCY}"),
    ),
)
