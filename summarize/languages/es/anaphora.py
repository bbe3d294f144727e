"""What points back to the sentence before it: a pronoun or a connective at the head."""

from __future__ import annotations

from summarize.languages.patterns import pointing_back
from summarize.languages.reference import Anaphora

# "Esta semana", "este lunes": a time as seen from the report.
TIME = (
    r"(?:(?:pasad|últim|próxim)[oa]s? )?(?:mismo |misma )?(?:semana|mes|año|día|días|mañana|tarde|noche|madrugada|"
    r"mediodía|verano|invierno|otoño|primavera|temporada|vez|siglo|década|fin|trimestre|navidad(?:es)?|lunes|martes|"
    r"miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|"
    r"noviembre|diciembre)"
)
STANDS = rf"est[aeo]s? {TIME}|este del?|sus? (?:majestad|santidad|excelencia|alteza|eminencia)"
# "Lo importante", "la policía": only before a verb it is a pronoun.
VERB = (
    r"(?:(?-i:[a-zñáéíóú]+(?:ó|aron|ieron))|dijo|hizo|dio|supo|puso|ha|han|había|habían|confirma|confirman|dice|dicen|"
    r"informa|informan|explica|anuncia|asegura|afirma|publica|recoge|revela)"
)
WORDS = (
    rf"(?:lo|le|les|la|los|las)(?= {VERB}\b)|él|ell[ao]s?|esto|eso|aquello|est[ea]|est[oa]s|es[ea]|es[oa]s|aquel|"
    r"aquell[oa]s?|sus?|amb[oa]s|así lo|así se|así(?=,)|(?:añadió|agregó)|"
    r"(?:dijo|afirmó|aseguró|explicó|señaló|indicó|declaró|comentó|sostuvo|reconoció|negó|confirmó) (?:que|además|"
    r"también)|"
    r"pero|y|o|e|además|sin embargo|no obstante|por (?:lo )?tanto|por (?:ello|eso|esto)|por otr[oa] (?:parte|lado)|"
    r"en cambio|por el contrario|al contrario|a su vez|asimismo|entonces|luego(?! de)|después(?! de)|posteriormente|"
    r"(?:más|horas|días) (?:tarde|después)(?! de)|mientras tanto|entretanto|al día siguiente|de hecho|en consecuencia|"
    r"(?:pese a|a pesar de|tras|con|para|de|sobre|ante) (?:ello|eso|esto)|de ahí|allí|ahí|en ese (?:momento|caso)|"
    r"(?:entre|según|para|con|contra) (?:él|ell[ao]s?)|por es[ea] (?:motivo|razón|causa)"
)

ANAPHORA = Anaphora(head=pointing_back(WORDS, STANDS))
