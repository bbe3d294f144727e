"""What points back to the sentence before it: a pronoun or a connective at the head."""

from __future__ import annotations

from summarize.languages.patterns import pointing_back
from summarize.languages.reference import Anaphora

# "Esta semana", "neste ano": a time as seen from the report.
TIME = (
    r"(?:(?:últim|próxim)[oa]s? )?(?:semana|mês|ano|dias?|manhã|tarde|noite|madrugada|verão|inverno|outono|primavera|"
    r"temporada|vez|século|década|fim|segunda|terça|quarta|quinta|sexta|sábado|domingo|janeiro|fevereiro|março|abril|"
    r"maio|"
    r"junho|julho|agosto|setembro|outubro|novembro|dezembro)"
)
STANDS = rf"est[ea]s? {TIME}|s(?:ua|eu)s? (?:majestade|santidade|excelência|alteza|eminência)"
WORDS = (
    r"eles?|elas?|isto|isso|aquilo|est[ea]s?|ess[ea]s?|aquel[ea]s?|seus?|suas?|amb[oa]s|"
    r"acrescentou|(?:disse|afirmou|explicou|declarou|negou|confirmou) (?:que|ainda|também)|"
    r"mas|e|ou|porém|contudo|todavia|entretanto|no entanto|além (?:disso|disto|do mais)|por (?:isso|isto)|portanto|"
    r"assim(?=,| sendo)|ainda assim|mesmo assim|por outro lado|em contrapartida|pelo contrário|então|em seguida(?! a)|"
    r"posteriormente|mais tarde|no dia seguinte|(?:horas|dias) depois(?! d)|enquanto isso|por sua vez|"
    r"(?:apesar|depois|antes|diante|em vez|em razão) (?:disso|disto)|(?:com|para|sobre) (?:isso|isto)|daí|"
    r"d?(?:esse|essa|este|esta) (?:modo|forma)|n?esse (?:momento|dia|caso)|ali|lá(?=,)|"
    r"(?:segundo|entre|para|com|contra|de acordo com) (?:eles?|elas?)"
)

ANAPHORA = Anaphora(head=pointing_back(WORDS, STANDS))
