"""What a page says that stands where an article should be."""

from __future__ import annotations

from summarize.languages.patterns import Pattern, Table, pattern

_PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "an error page",
        r"\W*(?:(?:http |error |status )?(?:40[0-9]|410|429|50[0-4])\b(?:.{0,30}\b(?:error|found|denied|forbidden|gone"
        r"|unavailable|gateway|requests))?|(?:sorry|oops|whoops|uh.oh)?\W*(?:the |this |that )?(?:requested )?"
        r"(?:page|story|article|content|url)?[^.]{0,30}\b(?:not found|no longer (?:available|exists)|(?:doesn.t|does not)"
        r" exist|(?:could not|couldn.t|can.?not|can.t) be (?:found|displayed|reached)|has (?:been )?(?:moved|removed|expired))"
        r"|access (?:to this \w+ (?:has been |is |was ))?(?:denied|forbidden|blocked)|(?:internal )?server error"
        r"|(?:service|site|website|page) (?:is )?(?:temporarily )?unavailable|too many requests|bad gateway"
        r"|something went wrong|we.ll be (?:right )?back(?: soon)?)\W*",
        words=14,
    ),
    pattern(
        "a check whether you are human",
        r"\W*(?:just a moment|attention required|checking (?:if the site connection is secure|your browser)\b.*"
        r"|(?:please )?(?:verify|verifying|confirm|prove|check(?:ing)?)\b.{0,20}\b(?:you(?:.re| are)|are you) (?:a |not a )?"
        r"(?:human|robot|bot)\b.*|are you (?:a )?(?:human|robot)\b.*|(?:security|human) (?:check|verification|challenge)"
        r"|(?:please )?complete the captcha\b.*|pardon our interruption|unusual traffic\b.*)\W*",
    ),
    pattern(
        "a page that needs JavaScript",
        r"\W*(?:(?:please |you (?:need|have|must) (?:to )?|this \w+ (?:requires|needs)|.{0,40}\brequires? (?:you to )?)?"
        r"(?:enable |turn on |switch on |have )?\b(?:javascript|js)\b.{0,25}\b(?:is )?(?:required|disabled|enabled|needed"
        r"|not (?:enabled|available|supported)|to (?:run|view|use|continue|read)|in your browser)\b"
        r"|(?:please )?(?:enable|turn on|switch on|activate) javascript\b).*",
        words=40,
        despite_speech=True,
    ),
    pattern(
        "a log-in page",
        r"\W*(?:(?:please )?(?:log|sign|register)[ -]?(?:in|on|up)?(?: or (?:log|sign|register)[ -]?(?:in|on|up)?)?"
        r"(?: (?:to|with|for|into) (?:your|an|our|the) (?:\w+ )?account| to (?:continue|read|view|access)\b.{0,40}| here| now)?"
        r"|(?:forgot(?:ten)?|reset) (?:your |my )?password|create (?:an|your) (?:free )?account|(?:member|subscriber|user|"
        r"account) log-?in|welcome back|(?:you must|you need to|please) (?:be )?(?:log|sign|logged|signed)[ -]?in\b.{0,60}"
        r"|(?:enter|type) your (?:e-?mail|password|username)\b.{0,60}|don.t have an account\b.{0,60}"
        r"|already (?:have an account|a (?:member|subscriber)|registered)\b.{0,60})\W*",
        words=24,
    ),
    pattern(
        "a page that asks for consent",
        r"\W*(?:before you continue\b.*|(?:we|our|this (?:site|website)|.{2,40}?) (?:value|respect|care about)s? your "
        r"(?:privacy|data)\b.*|(?:we and )?(?:our|its) (?:\d+ )?(?:\w+ )?(?:partners|vendors|third parties)\b.{0,60}\b"
        r"(?:store|access|process|use|cookies|data|information|identifiers)\b.*"
        r"|(?:we|this (?:site|website)|.{2,40}?) (?:and (?:our|its) (?:\d+ )?(?:\w+ )?(?:partners|vendors)\b.{0,20})?\W*"
        r"(?:use|uses|store|stores|set|sets)\b.{0,30}\bcookies\b.*|(?:accept|reject|allow|manage|decline)\b.{0,20}\b(?:all|cookies"
        r"|consent|choices|preferences|settings)\b.{0,30}|(?:cookie|consent|privacy) (?:settings|preferences|notice|choices"
        r"|policy|centre|center|consent|statement)\b.{0,30}|your (?:privacy|consent|cookie|data)\b.{0,20}\b(?:choices|settings"
        r"|matters|options|rights|preferences)\b.*|(?:by clicking|you can (?:change|withdraw|manage|review))\b.{0,60}\b(?:accept"
        r"|consent|agree|choices|preferences|settings)\b.*|if you (?:agree|consent|do not (?:agree|consent)|click)\b.{0,80}\b"
        r"(?:cookies|data|partners|consent|settings|purposes)\b.*|(?:with your (?:agreement|consent|permission))\b.*)",
        words=90,
    ),
)
WALLS = Table(_PATTERNS)
