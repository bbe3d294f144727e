"""What points back to the sentence before it: a pronoun or a connective at the head."""

from __future__ import annotations

from summarize.languages.patterns import pointing_back
from summarize.languages.reference import Anaphora

# "Diese Woche", "dieses Jahr": a time as seen from the report.
TIME = (
    r"(?:(?:kommend|vergangen|letzt|nächst)\w* )?(?:woche|jahr|jahres|monat|monats|tage?|tagen|sommer|winter|herbst|"
    r"frühjahr|frühling|saison|wochenende|morgen|abend|nacht|vormittag|nachmittag|mal|jahrhundert|jahrzehnt|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|januar|februar|märz|april|mai|juni|juli|august|september|"
    r"oktober|"
    r"november|dezember)"
)
STANDS = rf"dies\w* {TIME}|(?:ihr|sein)\w* (?:königliche )?(?:majestät|heiligkeit|exzellenz|hoheit|eminenz)"
# "Das Konzert", "das geplante Konzert": only before a verb it is a pronoun.
VERB = (
    r"(?:ist|war|sei|wäre|sind|waren|hat|habe|hatte|hätte|haben|hatten|wird|werde|würde|wurde|werden|wurden|kann|"
    r"könnte|"
    r"konnte|soll|sollte|muss|müsse|müsste|musste|will|wollte|darf|dürfte|durfte|mag|gilt|galt|gab|gibt|geht|ging|"
    r"heißt|"
    r"hieß|liegt|lag|steht|stand|bleibt|blieb|kommt|kam|macht|machte|zeigt|zeigte|teilte|teilten|teilt|sagt|sagte|"
    r"sagten|"
    r"sagen|berichtet|berichten|meldet|meldete|melden|schreibt|schrieb|schreiben|entschied|beschloss|ergab|ergibt|"
    r"erfuhr|"
    r"erklären|erklärt|bestätigt|bestätigen|bestritt|dementiert|bedeutet|betrifft|trifft|reicht|geschah|geschieht|"
    r"führt|führte|sorgt|sorgte|lässt|ließ|folgt|folgte|lehnt|räumt|räumte|wies|weist|fordert|"
    r"(?:bestätigte|bestätigten|erklärte|erklärten|berichtete|berichteten|kündigte|verkündete|verlautete|dementierte|"
    r"lehnte|forderte|begründete|kritisierte|beschlossen|gaben)"
    r"(?= (?:der|die|das|ein|eine|am|im|auf|bei|gegenüber|auch|er|sie|es|man)\b))"
)
WORDS = (
    rf"das(?= {VERB}\b)|dies(?:er|e|es|em|en)?|er|sie|ihm|ihn|ihnen|ihr(?:e[rsmn]?)?|sein(?:e[rsmn]?)?|dessen|deren|"
    r"letztere[rsnm]?|erstere[rsnm]?|beiden?|"
    r"(?:nach|laut) (?:seinen|ihren|deren|dessen)|(?:grund|ursache|anlass|auslöser) (?:dafür|hierfür)|"
    r"aber|und|denn|doch|jedoch|allerdings|dagegen|hingegen|dennoch|trotzdem|gleichwohl|deshalb|deswegen|daher|darum|"
    r"daraufhin|danach|anschließend|zudem|außerdem|überdies|darüber hinaus|demnach|demzufolge|somit|folglich|"
    r"stattdessen|"
    r"dabei|dazu|daneben|dadurch|dort|damals|unterdessen|währenddessen|hierbei|hierzu|hierfür|hiermit|hierdurch|"
    r"(?:dafür|davon|daran|darauf|darin|darüber|darunter|davor|dahinter)(?!,)|"
    r"damit(?= (?:ist|sind|war|waren|hat|haben|wird|werden|wurde|bleibt|will|soll|steht|endet|endete|reagiert|"
    r"reagierte)\b)|"
    r"(?:kurz|tags|wenig) (?:darauf|danach|später|zuvor)|am (?:selben|gleichen|nächsten|folgenden) (?:tag|abend|morgen)"
)

ANAPHORA = Anaphora(head=pointing_back(WORDS, STANDS))
