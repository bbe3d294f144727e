"""What points back to the sentence before it: a pronoun or a connective at the head."""

from __future__ import annotations

from summarize.languages.patterns import pointing_back
from summarize.languages.reference import Anaphora

# "Questa settimana", "questo lunedì": a time as seen from the report.
TIME = (
    r"(?:settimana|mese|anno|mattin[ao]|sera|notte|pomeriggio|estate|inverno|autunno|primavera|stagione|volta|weekend|"
    r"week-end|fine settimana|giorni|ore|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gennaio|febbraio|"
    r"marzo|"
    r"aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)"
)
STANDS = (
    rf"quest[oaie] (?:ultim[oaie] )?{TIME}|quest['’](?:anno|estate|autunno|inverno|oggi)|quell[oaie] (?:che|di|del\w*)|"
    r"su[ao] (?:santità|maestà|eccellenza|altezza|eminenza)|ciò (?:che|di cui)"
)
# "Lo sciopero", "la polizia": only before a verb it is a pronoun.
VERB = (
    r"(?:ha|hanno|aveva|avevano|conferma|confermano|confermò|dice|dicono|disse|riferisce|riferiscono|riporta|riportano|"
    r"rende|fa|scrive|annuncia|annunciò|spiega|sostiene|afferma|rivela|comunica|si (?:apprende|legge))"
)
WORDS = (
    rf"(?:lo|la|li|le|gli)(?= {VERB}\b)|l['’](?:ha|hanno|aveva|avevano)|lui|lei|loro|egli|ella|ess[oaie]|ciò|"
    r"quest[oaie]|quest(?=['’])|quell[oaie]|que[li]|quegli|(?:il|la|i|le) (?:su[oae]|suoi|loro)|su[oae]|suoi|"
    r"entramb[ie]|"
    r"ha (?:aggiunto|poi|inoltre|anche|(?:detto|spiegato|dichiarato|affermato) (?:che|inoltre|anche))|"
    r"ma|e|ed|però|tuttavia|dunque|quindi|perciò|pertanto|inoltre|invece(?! di)|intanto|nel frattempo|poi|"
    r"in seguito(?! a)|"
    r"successivamente(?! a)|il giorno (?:dopo|seguente|successivo)|(?:poco dopo|così|lì|là)(?=,)|allora|per questo|"
    r"di conseguenza|al contrario|d['’]altra parte|a (?:sua|loro) volta|infatti|eppure|ciononostante|ecco perché|"
    r"(?:nonostante|dopo|con|oltre a) (?:ciò|questo)(?! (?:\w+o|\w+e)\b)|anche (?:lui|lei|loro)|"
    r"(?:secondo|tra|fra|con|per|contro) (?:lui|lei|loro|essi|esse)"
)

ANAPHORA = Anaphora(head=pointing_back(WORDS, STANDS))
