"""What points back to the sentence before it: a pronoun or a connective at the head."""

from __future__ import annotations

from summarize.languages.patterns import pointing_back
from summarize.languages.reference import Anaphora

# "Deze week", "dit weekend": a time as seen from the report.
TIME = (
    r"(?:week|weekend|maand|jaar|seizoen|zomer|winter|herfst|najaar|voorjaar|lente|ochtend|middag|avond|nacht|dagen|"
    r"keer|"
    r"eeuw|kwartaal|(?:maan|dins|woens|donder|vrij|zater|zon)dag|januari|februari|maart|april|mei|juni|juli|augustus|"
    r"september|oktober|november|december)"
)
# "Zijn de prijzen gestegen?" asks with a verb.
STANDS = (
    rf"(?:deze|dit) {TIME}|zijn (?:de|het|er|een|we|wij|ze|zij|jullie|deze|die|dit|dat|u|je)|"
    r"(?:zijn|haar|hun) (?:koninklijke )?(?:majesteit|heiligheid|excellentie|hoogheid|eminentie)"
)
# "Dat de minister vertrekt, is zeker": only before a verb it is a pronoun.
VERB = (
    r"(?:zei|zegt|zeggen|is|was|waren|heeft|had|hebben|meldt|meldde|melden|meldden|werd|wordt|blijkt|bleek|bevestigt|"
    r"bevestigde|bevestigen|schrijft|schreef|schrijven|betekent|betekende|kan|kon|moet|moest|zou|zal|wil|wilde|gebeurt|"
    r"gebeurde|laat|liet|maakt|maakte|komt|kwam|vertelt|vertelde|stelt|stelde|staat|stond|concludeert|deelde|bericht|"
    r"berichtte|geldt|gaat|ging|doet|deed|hoeft|mag|mocht|leidt|leidde|zorgt|zorgde|verwacht|ontkent|ontkende)"
)
WORDS = (
    rf"(?:dat|dit)(?= {VERB}\b)|hij|ze|zij|hem|haar|hun|hen|zijn|deze|die|beiden?|"
    r"echter|maar|en|want|dus|toch|niettemin|desondanks|bovendien|intussen|ondertussen|vervolgens|daarentegen|"
    r"daar(?:na|op|om|bij|door|mee|naast|voor|over|onder|tegen|in|entegen)?(?!,)|hier(?:door|bij|op|mee|voor|over|na)(?!,)|"
    r"later(?! (?:dan|dit|deze)\b)|even later|kort (?:daarna|daarop)|een (?:dag|week|uur) later|de volgende (?:dag|"
    r"ochtend)|"
    r"in plaats daarvan|als gevolg (?:daar|hier)van|om die reden|zo(?=,)|"
    r"(?:volgens|onder|met|tegen|voor) (?:hem|haar|hen)(?! \w+)"
)

ANAPHORA = Anaphora(head=pointing_back(WORDS, STANDS))
