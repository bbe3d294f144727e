"""What a page says that stands where an article should be."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.languages.patterns import Pattern, Table, pattern

_ROWS = {
    "an error page": (
        r"(?:http |error |status )?(?:40[0-9]|410|429|50[0-4])\b(?:.{0,30}\b(?:error|found|denied|forbidden|gone))?",
        r"(?:sorry|oops|whoops)?\W*(?:the |this |that )?(?:requested )?(?:page|story|article|content|url)\b.{0,30}\b"
        r"(?:not found|no longer (?:available|exists)|does(?:n.t| not) exist|has (?:been )?(?:moved|removed|expired))",
        r"(?:page |file )?not found|too many requests|bad gateway|(?:internal )?server error|something went wrong",
        r"access (?:to this \w+ (?:has been |is |was ))?(?:denied|forbidden|blocked)",
        r"(?:service|site|website|page) (?:is )?(?:temporarily )?unavailable|we.ll be (?:right )?back(?: soon)?",
    ),
    "a check whether you are human": (
        r"just a moment|attention required|(?:security|human) (?:check|verification)|pardon our interruption",
        r"checking (?:if the site connection is secure|your browser)\b.*+|(?:please )?complete the captcha\b.*+",
        r"(?:please )?(?:verify(?:ing)?|confirm|prove)\b.{0,20}\byou(?:.re| are) (?:a |not a )?"
        r"(?:human|robot|bot)\b.*+",
        r"are you (?:a )?(?:human|robot)\b.*+|(?:our systems have detected )?unusual traffic from your\b.*+",
    ),
    "a page that needs JavaScript": (
        r"(?:please |you (?:need|have|must) (?:to )?|.{0,40}\brequires? (?:you to )?)?"
        r"(?:enable|turn on|switch on|activate) (?:javascript|js)\b.*+",
        r"(?:this \w+ |.{0,30}\b)?(?:requires?|needs?) javascript\b.*+",
        r"(?:it (?:looks|seems) like )?(?:your browser.{0,20} )?javascript (?:is|seems to be|must be|has been) "
        r"(?:required|disabled|enabled|needed|not|turned)\b.*+",
    ),
    "a log-in page": (
        r"(?:please )?(?:log|sign) ?-?in(?: or (?:register|sign ?-?up|subscribe))?(?: here| now)?",
        r"(?:please )?(?:log|sign) ?-?in (?:(?:to|with|for|into) (?:your|an|our|the) (?:\w+ )?account"
        r"|to (?:continue|read|view|access)\b.{0,40})",
        r"(?:you must|you need to|please) (?:be )?(?:log|sign|logged|signed) ?-?in\b.{0,60}",
        r"(?:forgot(?:ten)?|reset) (?:your |my )?password|create (?:an|your) (?:free )?account|welcome back",
        r"(?:enter|type) your (?:e-?mail|password|username)\b.{0,60}|(?:member|subscriber|account) log-?in",
        r"don.t have an account\b.{0,60}|already (?:have an account|a (?:member|subscriber)|registered)\b.{0,60}",
    ),
    "a page that asks for consent": (
        r"before you continue\b.{0,40}|with your (?:agreement|consent|permission),? (?:we|us|our)\b.*+",
        r"(?:we|our \w+|.{2,30}?) (?:value|respect|care about)s? your (?:privacy|data)\b.*+",
        r"(?:we and )?(?:our|its) (?:\d+ )?(?:\w+ )?(?:partners|vendors)\b.{0,60}\b(?:store|access|process|use)\b.*+",
        r"(?:we|this (?:site|website))\b.{0,40}\b(?:use|uses|store|set|sets)\b.{0,30}\bcookies\b.*+",
        r"(?:accept|reject|allow|manage|decline)\b.{0,20}\b(?:all|cookies|consent|choices|preferences|settings)",
        r"(?:cookie|consent|privacy) (?:settings|preferences|notice|choices|policy|cent(?:er|re)|statement)",
        r"(?:by clicking|you can (?:change|withdraw|manage))\b.{0,60}\b(?:accept|consent|choices|settings)\b.*+",
        r"if you (?:agree|consent|do not (?:agree|consent)|click)\b.{0,80}\b(?:cookies|partners|consent|settings)\b.*+",
    ),
}
_MOST_WORDS = {"an error page": 14, "a log-in page": 24, "a page that asks for consent": 90}


def _patterns() -> Iterator[Pattern]:
    for name, rows in _ROWS.items():
        for row in rows:
            yield pattern(name, rf"\W*+(?:{row})\W*$", words=_MOST_WORDS.get(name, 40), despite_speech=True)


WALLS = Table(_patterns())
