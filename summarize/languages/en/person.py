"""How the writer speaks of himself or to the reader."""

from __future__ import annotations

import re

from summarize.languages.patterns import opinion_label
from summarize.languages.text import listed
from summarize.languages.unsettled import Person

# "World War I", "Queen Orla I", "I-95": a number, nobody who speaks.
NUMERAL = re.compile(
    r"\b(?:War|Phase|Part|Type|Class|Stage|Division|Category|(?:King|Queen|Emperor|Empress|Pope|Tsar) [^\W\d_]+) I\b"
    r"|\bI-(?=\d)"
)
# "Here's a look at what happened", "Q. Will the law be changed": to the reader, about the article.
ADDRESS = re.compile(
    r"\s*(?:(?:[Bb]ut|[Aa]nd|[Ss]o|[Nn]ow),? )?[Hh]ere(?:['’]s| is| are)"
    r" (?:a (?:look|closer|list|guide)|(?:(?:all|everything|some of) )?(?:what|how|why)|hoping)\b|\s*Q[.:] "
)
FIRST_OR_SECOND = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our|[Ll]et['’]s)\b")

HIMSELF = re.compile(r"(?<![\w-])(?:I|[Mm]y|[Mm]yself)(?![\w-])")
# "Perhaps the crew wanted a toast of their own", "No need for a boat": nobody has said so but the writer.
STANCE = re.compile(
    r"^\W*(?:(?:[Bb]ut|[Aa]nd|[Ss]o|[Yy]et|[Ss]till),? )?"
    r"(?:Perhaps|Maybe|Surely|Hopefully|Presumably|Arguably|Doubtless|No doubt|Of course|Needless to say|"
    r"Then again|Truth be told|Admittedly|Granted|Alas|Make no mistake|Never mind|Apparently,|Clearly,|Obviously,|"
    r"Frankly,|Ironically,|No wonder|No need (?:for|to)|Not that|Forget (?:the|about)|Imagine|Talk about|Say what|"
    r"So much for|As if|If (?:only|ever))(?=[\s,.!])"
    r"|^\W*(?:[Ww]hat|[Ss]uch) an? [a-z][\w-]*(?: [a-z][\w-]*){0,2}\W*$"
    r"|\b(?:(?:is|are|looks?|seems?) (?:sure|bound|certain|destined|doomed) to|(?i:only time will tell)|surely|"
    r"(?i:one thing is (?:for )?(?:certain|clear|sure))|(?i:no doubt)\b(?! that)|(?i:make no mistake)|to say the least|"
    r"(?i:believe it or not)|the rest is history|deserves? (?:credit|better|more|praise|the hono[u]?r|to be)|"
    r"it (?:would be|is) (?:foolish|naive|tempting|hard not) to)\b"
)
REPORTED = re.compile(
    r"\b(?:said|says?|told|tells|according to|argued|argues|warned|warns|believes?|thinks?|thought|added|wrote|claimed|"
    r"predicted|predicts|analysts|experts|officials|reports?|reported)\b"
)
_KIND = (
    r"(?:opinion|op-?ed|editorial|column|comment(?:ary)?|analysis|viewpoint|perspective|review(?:ed)?|"
    r"guest (?:column|comment|essay)|leading article|my view|letters? to the editor)"
)
OPINION_LABEL = re.compile(rf"{opinion_label(_KIND).pattern}|,\s++reviewed\W*+$", re.IGNORECASE)
# "The views expressed in this column are those of the author", not those in comments on a report.
OPINION_NOTE = re.compile(
    r"\b(?:opinions|views)(?: and (?:opinions|views))? expressed (?:(?:here|herein)|"
    r"(?:in|by) (?:this|the) (?:article|column|comment(?:ary)?|piece|op-?ed|essay|author|writer)) "
    r"(?:(?:are|do)\b|[^.\n]{0,40} (?:are|do)\b)",
    re.IGNORECASE,
)
OPINION_PATHS = frozenset(
    listed(
        "opinion opinions op-ed op-eds oped op-edge commentisfree comment commentary editorial editorials leaders "
        "column columns columnist columnists viewpoint viewpoints perspective perspectives reviews analysis"
    )
)

PERSON = Person(
    numeral=NUMERAL,
    address=ADDRESS,
    person=FIRST_OR_SECOND,
    himself=HIMSELF,
    stance=STANCE,
    reported=REPORTED,
    opinion_label=OPINION_LABEL,
    opinion_note=OPINION_NOTE,
    opinion_paths=OPINION_PATHS,
)
