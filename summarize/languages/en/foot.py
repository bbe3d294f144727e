"""What stands at the foot of an article, and pointers from it to other articles."""

from __future__ import annotations

import re

from summarize.languages.en.calendar import MONTH, WEEKDAY_BEGUN
from summarize.languages.en.fragments import NAME, SITE
from summarize.languages.patterns import Pattern, pattern

FOOT: tuple[Pattern, ...] = (
    # What stands at the foot of the page.
    pattern(
        "copyright",
        r"[\W_]*+(?:copyright\b(?! (?:law|infring|case|claim|act|protection|holder|owner|office|"
        r"lawsuit|violat|material|dispute|rule|reform|bill|suit|is|was|has|troll|director|complaint|notice|strike)))",
        words=40,
        despite_speech=True,
    ),
    pattern(
        "copyright",
        r"(?:.{0,80}\b)?all rights reserved\b|.{0,60}\b(?:may|must|can)? ?not (?:to )?be (?:re)?(?:published|"
        r"produced|broadcast|rewritten|redistributed|copied|transmitted|used without)\b.{0,80}$|"
        r".{0,40}\breproduction (?:permitted|prohibited|is|in whole|of)\b",
        words=40,
        needs=("rights", "not ", "reproduction"),
        despite_speech=True,
    ),
    pattern(
        "disclaimer",
        r".{0,60}\bforward-looking statements?\b|.{0,80}\bactual results (?:may|could|might) differ\b|"
        r"(?:.{0,60}\b)?(?:quotes?|data|prices) (?:is |are )?delayed (?:by )?(?:at least |a minimum of )?\d+|"
        r".{0,80}\b(?:is |as )?(?:not |nothing here is )?(?:investment|financial|legal|medical) advice\b.{0,30}$|"
        r"disclosure:|disclaimer:|.{0,90}\b(?:affiliate (?:links?|partner\w*)|(?:may|might|will) (?:earn|receive|"
        r"get) (?:an? )?(?:\w+ )?(?:commission|portion)|(?:is|are) (?:an? )?(?:registered )?trademarks? of\b)|"
        r".{0,50}\bnot responsible for (?:the )?(?:content|external)",
        words=60,
        needs=(
            "forward-looking",
            "differ",
            "delayed",
            "advice",
            "disclos",
            "disclaim",
            "affiliate",
            "commission",
            "portion",
            "trademark",
            "responsible",
        ),
    ),
    pattern(
        "house notice",
        r".{2,40}\b(?:is|are) (?:funded|paid for|supported) by (?:its|our|their) (?:own )?(?:readers|listeners|"
        r"subscribers)\W*$|.{2,30}, your .{0,30}\bsince (?:17|18|19|20)\d\d\W*$",
        words=16,
        needs=("readers", "listeners", "subscribers", "since"),
    ),
    pattern(
        "disclaimer",
        r"(?:use of this (?:web)?site|continued (?:site )?use|by using this)\b|.{0,40}\b(?:is|are) licensed under\b|"
        r"these (?:products|statements) (?:are|have) not\b|apart from any fair dealing",
        words=60,
    ),
    pattern(
        "disclaimer",
        r".{0,70}\b(?:author|writer|columnist|contributor)s? (?:holds?|owns?|has|have|is|are|do(?:es)? not|teach\w*|"
        r"works?)\b.{0,90}$|(?:the )?(?:views|opinions)(?: and opinions|"
        r" and views)?(?: expressed)?\b.{0,60}\b(?:are|is|do not|belong)\b.{0,80}$|.{0,20}\bopinions are mine\b",
        words=40,
        needs=("author", "writer", "columnist", "contributor", "views", "opinions"),
    ),
    pattern(
        "version",
        rf"this (?:\w+ ){{0,2}}{SITE} (?:will be |is being |is |was |has been |have been |have |"
        r"has )?(?:originally |first |also |last |automatically |regularly |being )?(?:updates?|updated|corrected|"
        r"refresh\w*|appear(?:s|ed)|published|produced|adapted|amended|edited|provided|free|republished|translated|"
        r"syndicated|reload\w*|written by|part of|brought|reproduced|generated|supported|breaking|developing)\b",
        words=45,
    ),
    pattern(
        "version",
        r"(?:the|an?) (?:\w+ )?(?:page|blog|story|article|post) (?:will be|is being|is|has been) (?:automatically |"
        r"regularly |being )?(?:updated|refreshed|corrected)\b",
        words=30,
    ),
    pattern(
        "version",
        r"(?:this is a (?:developing|breaking)|(?:a |an earlier |an? \w+ )?versions? of this (?:article|story|post|"
        r"report)|check back|(?:please )?refresh (?:for|the|this)|next update\b|newest entries|correction\b ?[:(]|"
        r"corrects? |editor(?:'|’)?s(?:'|’)? note|clarification:|updates? (?:with|to add|adds)|more to come|"
        r"more details soon|story developing|developing story|order reprints|today(?:'|’)s paper)",
        words=40,
    ),
    pattern(
        "correction", r"correct(?:ed|s|ion)[-–—:] ?\S.{0,160}\(corrects? .{3,90}\)$|\(corrects? .{3,90}\)$", words=40
    ),
    pattern(
        "release",
        r"notes? (?:to|for) editors?\b|ends?\b[. ]*$|[-–—#* ]*+(?:30|ends)[-–—#* ]*$|"
        r"(?:[-–—* ]|#(?!##))*+###[-–—#* ]*$|for immediate release|"
        r"ends (?:[A-Z]{2,}|notes)|(?:about|source) [A-Z][\w&’' ]{2,40}:",
        words=50,
    ),
    pattern(
        "page number",
        r".{0,90}\b(?:(?:see|turn to|on|,|:) ?pages? \d+|pages? \d+(?: (?:and|to|-|–) \d+)?[.!]?$|back page\b)",
        words=18,
        needs=("page",),
    ),
    pattern(
        "time stamp",
        r"(?:(?:first |last )?(?:updated|published|posted|modified|created|date|on|originally published|"
        rf"print edition|release date|time)\b[ :|on-]*)?(?:{WEEKDAY_BEGUN},? )?(?:(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|"
        rf"\d{{1,2}}(?:st|nd|rd|th)? {MONTH}),?(?: \d{{4}})?|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})(?:[ ,|"
        rf"·•@-]+(?:at )?\d{{1,2}}[:.]\d\d.{{0,40}}|[ ,|·•@-]+\d{{1,2}} ?[ap]\.?m.{{0,30}})?\W*$",
        words=16,
        despite_speech=True,
        inside_articles=True,
    ),
    pattern(
        "time stamp",
        r"(?:(?:first |last )?(?:updated|published|posted|modified)\b[ :]).{0,60}\d.{0,40}$|\d+ (?:second|minute|"
        r"min|hour|hr|day|week|month|year)s? (?:ago|read)\W*$|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:\d|"
        r"[a-z]+ \d).{0,30}\b(?:19|20)\d\d\W*$|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: (?:[A-Z]{2,4}|GMT.{0,3}))?\W*$",
        words=14,
        despite_speech=True,
        inside_articles=True,
    ),
    # Pointers to other articles; what follows the word is a headline of something else.
    pattern(
        "pointer",
        r"(?:read (?:more|also|next)|also read|see also|related(?: (?:stor(?:y|ies)|articles?|links?|coverage|"
        r"topics?))?|don(?:'|’)?t miss)\s?[:|>»] ?\S",
        words=30,
        despite_speech=True,
    ),
    pattern(
        "teaser",
        r"(?:more (?:on this(?: story)?|from [^:.,]{2,40})|you (?:may|might) (?:also )?(?:like|be interested in)|"
        r"recommended|(?:watch|listen)(?: (?:live|now|again))?|trailer|next (?:week|month|time|issue) in [^:.,]{2,40}|"
        r"(?:watch|hear) (?:it )?(?:tonight|tomorrow) at [^:.,]{1,12})\s?[:|>»] ?\S",
        words=30,
    ),
    pattern("teaser", r"read (?:the|our|more) (?:[\w’'-]+ ){1,5}(?:here|below)\W*$", words=9),
)

PIECE = r"(?:article|story|report|post|piece|column|page|dispatch|interview|review)"
DATED = rf"(?:(?:on )?(?:\d{{1,2}}\.? )?{MONTH}\.?(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
PARAGRAPHS: tuple[Pattern, ...] = (
    pattern(
        "release",
        r"notes? (?:to|for) editors?\b|(?:ends\b[. ]+)notes|[Aa]bout [A-Z][\w&.’' -]{2,50}:",
        words=90,
        flags=0,
    ),
    pattern(
        "release", r"notes? (?:to|for) editors?\b|ends\b[. ]+notes|media (?:contact|enquir|inquir)\w*\b", words=120
    ),
    pattern(
        "correction",
        r"[\W_]*+(?:(?:correction|clarification|amendment|corrigendum|erratum|editor(?:'|’)?s(?:'|’)? note)s?"
        rf"(?:,? \(?{DATED}\)?)?\s?(?::|–|—|-) ?\S|(?:an?|the|our|(?:this|the) headline (?:on|of|in)"
        r"(?: an?| the)?|an? headline (?:on|of|in)(?: an?| the)?) ?(?:earlier|previous|prior|original|first|initial)"
        rf"(?: online| print| web)? versions?\b(?: of (?:this|our|the) {PIECE}\b|.{{0,40}}\b(?:misstated|misspelled|"
        r"gave|said|named|incorrectly|wrongly))|"
        rf"this (?:{PIECE}|headline) (?:was|has been|is) (?:amended|corrected|updated|changed|edited)\b)",
        words=120,
    ),
    pattern("page number", r"turn to page\b|(?:see|more on) page \d", words=24),
    pattern(
        "teaser",
        r"[\W_]*+(?:read (?:more|also|next|this|our|the full)|also read|see (?:also|more)|more(?: (?:on|from|about|"
        r"in) [^:.]{2,50}| stories| news| coverage)?|related(?: (?:stor(?:y|ies)|articles?|links?|content|news|"
        r"coverage|topics?|video))?|recommended(?: for you)?|must[- ]read|don(?:'|’)?t miss|you (?:may|"
        r"might)(?: also)? (?:like|be interested)|watch(?: (?:live|now|below|more|the video))?|listen|up next|"
        r"in case you missed it|icymi|trending|most (?:read|popular|viewed)|editors?(?:'|’)?s? picks?|learn more|"
        r"full coverage|click here|video|what to read next|top stor(?:y|ies)|in pictures|in photos|live (?:updates?|"
        r"blog)|podcast|explained|explainer|play|next|previous|poll)\s?(?::|>|»|\||–|—)\s?\S",
        words=40,
    ),
    pattern("advertisement", r"ADVERTISEMENTS?[.:] \S", words=40, flags=0),
    pattern(
        "teaser",
        r"(?:READ (?:MORE|ALSO|NEXT)|ALSO READ|SEE ALSO|RELATED(?: (?:STORY|STORIES|ARTICLES?|VIDEO|COVERAGE))?|"
        r"MORE(?: FROM| ON| NEWS| STORIES)?|WATCH(?: LIVE| NOW)?|DON(?:'|’)T MISS|CLICK HERE|TRENDING|WIN|VOTE NOW|"
        r"LISTEN)\b(?!\w)",
        words=30,
        flags=0,
    ),
)
"""Held against whole paragraphs, from their start: all their sentences go."""

TAIL: tuple[Pattern, ...] = (
    pattern(
        "biography",
        rf"(?:Dr\.? |Prof\.? |Professor |Sir |The (?:author|writer) )?{NAME}(?:,.{{2,60}},)? (?:is|was|has been|"
        r"have been|were|are|writes|covers|reports|teaches|works|spent|served|sailed|flew|edits|hosts|blogs|"
        rf"lives)\b.{{0,120}}\b(?:reporter|correspondent|columnist|column|editor|author of|contributor|fellow (?:at|"
        r"in|of)|professor (?:of|at|emerit\w+)|writer|journalist|freelance\w*|writes|covers|reports (?:on|for)|"
        r"blogs|lives in|producer (?:at|for)|intern\b|teaches)\b",
        words=45,
        flags=0,
    ),
    pattern(
        "biography",
        rf"{NAME}(?:,.{{2,60}},)? (?:writes|covers|teaches|blogs|reports) (?:on|for|about|from|at|the|alternate|"
        r"law|every)\b|(?:[Hh]e|[Ss]he|They)(?: is|(?:'|’)s| can be)? (?:on Twitter|reached at|the author of|"
        rf"writes|tweets)\b|[Hh](?:is|er) (?:column|book|latest|new book|work)\b.{{0,80}}$|(?:I|We) (?:write|test|"
        rf"run|blog|review|take)\b.{{0,80}}$",
        words=30,
        flags=0,
    ),
    pattern(
        "house notice",
        r".{3,90}\b(?:is (?:a registered charity|published (?!in )|free to|open (?:to|from|daily|every|on|for|"
        r"mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)|staffed|brought to you|supported by|written in|"
        r"an equal opportunity)|are (?:free to|open (?:until|from|below)|available (?:from|on (?:our|request)|"
        r"at)|moderated)|can (?:also )?be heard|takes no money|may be (?:ordered|left|found|obtained|used free)|"
        r"will be (?:published|open) (?:on our|in|at|from)|remain available|welcomes|should (?:reach|not exceed)|"
        r"includes a free)\b.{0,120}$",
        words=32,
    ),
)
"""For the last paragraphs only; inside an article the same words may be news."""

TEASER_HEAD = re.compile(
    r"[\W_]*+(?:read (?:more|also|next)|also read|see (?:also|more)|"
    r"more(?: (?:on|from|about|in) .{2,40}| stories| news| coverage)?|"
    r"related(?: (?:stor(?:y|ies)|articles?|links?|content|news|coverage|topics?))?|recommended(?: for you| stories)?|"
    r"must[- ]read|you (?:may|might)(?: also)? (?:like|be interested in)|trending(?: now)?|"
    r"most (?:read|popular|viewed|shared)(?: stories)?|editors?['’]?s? picks?|what to read next|top (?:stories|news)|"
    r"latest(?: news| stories| headlines)?|popular(?: now| stories)?|in case you missed it|around the web|from the web|"
    r"sponsored stories|more to explore|up next|don['’]t miss|full coverage)\W*$",
    re.IGNORECASE,
)
"""A line that announces a list of other articles' headlines."""
