"""Who wrote, filmed, photographed and said it: lines of names that carry no content."""

from __future__ import annotations

from summarize.languages.en.fragments import NAME
from summarize.languages.general import AGENCY
from summarize.languages.patterns import Pattern, pattern

PLACES = r"[A-Z][\w.]*+(?:(?:, ?| )[A-Z][\w.]*+)*"

CREDITS: tuple[Pattern, ...] = (
    pattern(
        "transcript",
        r"(?:[Gg]ood (?:morning|evening|afternoon)|I(?:'|’)m [A-Z]\w+ [A-Z][\w-]+|"
        r"[Ww]elcome (?:back|to the (?:show|programme|program)))\W*$",
        words=6,
        flags=0,
    ),
    # Who wrote, filmed and edited it.
    pattern(
        "byline",
        r"(?:(?:Written |Posted |Published |Story |Words |Text |Analysis |Article )?[Bb]y|"
        rf"BY)(?: the)?:? {NAME}(?:(?:,| and|;| \||/| for| in| of| at|\n).{{0,120}})?$",
        words=24,
        flags=0,
        despite_speech=True,
    ),
    pattern(
        "credits",
        r"[(\[—–-]*\s?(?:[Aa]dditional |[Ff]urther |[Oo]riginal |[Ww]ith )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|"
        r"[Ee]dited|[Ww]ritten|[Cc]ompiled|[Pp]hotography|[Pp]roduced|[Tt]ranslat(?:ed|ion)|[Rr]eported)(?: (?:and|"
        r"&) \w+)? by (?:[A-Z]|the (?:[\w-]+ ){0,4}(?:bureaus?|desk|newsroom|staff|team)\b).{0,260}$",
        words=60,
        flags=0,
        despite_speech=True,
    ),
    pattern(
        "credits",
        r"[(\[—–-]*\s?(?:[Aa]dditional|[Ff]urther) (?:reporting|writing|research|editing|contributions)\b.{0,200}$|"
        r"[(\[—–-]*\s?[Ww]ith (?:assistance|files|reporting|contributions|additional reporting)(?: \w+)? (?:by|"
        r"from) [A-Z].{0,160}$|[(\[]\s?[Rr]eporting (?:from|in|by)\b.{0,200}$",
        words=40,
        flags=0,
        despite_speech=True,
    ),
    pattern(
        "credits",
        rf"[(\[]?.{{0,140}}\bcontributed (?:reporting )?(?:to|from|for) (?:this|the) (?:report|story|article|post|"
        rf"piece)|[(\[]?{NAME},? .{{0,120}}\bcontributed (?:reporting|from)\b",
        words=40,
        flags=0,
        needs=("contributed",),
        despite_speech=True,
    ),
    pattern(
        "credits",
        rf"[—–-]+ ?(?:by|with) {NAME}|(?i:information from|sources?|via|from)\s?: ?\S+.{{0,80}}$|"
        r"(?:(?:The )?Associated Press|Reuters|AFP|AP|CNN|BBC)(?: (?:writers?|reporters?|staff|news agency))?\W*$|"
        r"(?:staff|senior|special|political|chief) (?:writer|reporter|correspondent)s?\W*$|"
        rf"{NAME},? (?:(?:The )?(?:Associated Press|Washington Post)|Reuters|USA TODAY|Staff Writer|Staff Reporter|"
        r"Correspondent|AP|AFP)(?: [A-Z]\w+)?$|@\w+\W*$",
        words=40,
        flags=0,
        despite_speech=True,
    ),
    pattern(
        "photo credit",
        r"[(\[]?(?:[\w ]{0,20}\b)?(?:photo(?:graph|grapher|s)?|images?|pictures?|video|pics?|illustration|"
        r"graphic|credit|screengrab|screenshot|courtesy|file photo)(?: (?:courtesy|credit|copyright|source|by|from|"
        r"via|of|provided by|taken by|illustration|illustration by))?s?\s?(?::|/|\||©|\() ?\S.{0,90}$",
        words=10,
        despite_speech=True,
        inside_articles=True,
        credit=True,
    ),
    pattern(
        "photo credit",
        r"(?:image|media|video|photo) (?:copyright|source|credit)s?\b|courtesy (?:of|photo)\b|photographer\b",
        words=14,
        despite_speech=True,
        inside_articles=True,
        credit=True,
    ),
    pattern(
        "photo credit",
        r"(?i:photo|image|picture|photograph|video|illustration)s? (?i:by|courtesy|via|from)(?: (?:[A-Z][\w.’'/&-]*|"
        r"of|for|and|the))+\W*$",
        words=14,
        flags=0,
        despite_speech=True,
        inside_articles=True,
        credit=True,
    ),
    pattern(
        "photo credit",
        rf"[(\[]?(?:[\w.’' -]{{2,40}}[/|])+[\w.’', -]{{0,40}}\b(?i:{AGENCY})\b.{{0,40}}$|[(\[]?{AGENCY} ?[/|"
        rf"] ?[\w.’' -]{{2,40}}[)\]]?(?: \(.{{0,30}}\))?$|"
        rf"[(\[][\w.’' -]{{2,40}}/[\w.’', -]{{2,50}}[)\]](?: [(\[].{{2,30}}[)\]])?$|"
        rf".{{0,60}}\bvia (?:{AGENCY})\b.{{0,12}}$|(?:{NAME} )?Getty Images\W*$|(?:photo|photos|image|images|file|"
        r"video|caption|gallery|photograph|picture)\W*$|(?:Enlarge|Image caption|Media caption|File photo|"
        rf"Stock (?:photo|image))\b.{{0,80}}$|\[[A-Z][\w ]*/[\w .]*\]$",
        words=14,
        flags=0,
        despite_speech=True,
        inside_articles=True,
        credit=True,
    ),
    pattern(
        "photo credit",
        r"(?:Pics?|Photos?|Image|Picture)(?: [A-Z][\w.’'-]+){1,3}\W*$",
        words=5,
        flags=0,
        despite_speech=True,
        inside_articles=True,
        credit=True,
    ),
    pattern(
        "credits", r"\([A-Z][\w.’'-]*(?:[ ,]+[A-Z][\w.’'-]*){0,6}[ ,]*\)\W*$", words=9, flags=0, despite_speech=True
    ),
    pattern(
        "photo credit",
        r"(?:[A-Z][\w.’'-]+ ){1,4}?[A-Z][\w.’'-]+ ?/ ?[A-Z][\w.’' -]{2,40}$",
        words=9,
        flags=0,
        despite_speech=True,
        inside_articles=True,
        credit=True,
    ),
    pattern(
        "credits",
        rf"(?:{NAME}|[A-Z]\w+)(?: and (?:{NAME}|"
        rf"[A-Z]\w+))? reported from {PLACES}(?:,? and {PLACES})?\W*$",
        words=14,
        flags=0,
        despite_speech=True,
    ),
    pattern(
        "file photo",
        r"FILE\s?(?:[-–—:]|PHOTO\b|IMAGE\b|PICTURE\b)|File (?:photo|image|picture)\b",
        words=70,
        flags=0,
        despite_speech=True,
        opens_caption=True,
    ),
    pattern(
        "tweet",
        r"a (?:post|photo|video) (?:shared|posted) by\b|view this post on\b|view (?:image|photo|tweet) on\b",
        words=16,
        despite_speech=True,
        inside_articles=True,
    ),
    pattern(
        "transcript",
        r"[A-Z][A-Z .'’-]{2,40},? (?:HOST|BYLINE|ANCHOR|CORRESPONDENT|CO-HOST)\s?:|\(?(?:SOUNDBITE|BEGIN VIDEO|"
        r"END VIDEO|BEGIN AUDIO|END AUDIO|CROSSTALK|LAUGHTER|APPLAUSE|MUSIC|COMMERCIAL BREAK)\b",
        words=30,
        flags=0,
    ),
    pattern(
        "transcript",
        r".{0,30}\btranscripts? (?:are|is) (?:created|provided|produced|not|available|a rush)\b|this (?:text|"
        r"transcript|copy) (?:may|is|was) (?:not|be|been|a|auto)\b|accuracy and availability\b|"
        r"the authoritative record\b|this is a rush transcript",
        words=45,
        needs=("transcript", "text", "copy", "accuracy", "authoritative"),
    ),
)
