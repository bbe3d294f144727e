"""What points back to the sentence before it: a pronoun or a connective at the head."""

from __future__ import annotations

from summarize.languages.patterns import pointing_back
from summarize.languages.reference import Anaphora

# "Ten tydzień", "tego lata": a time as seen from the report.
TIME = (
    r"(?:samego )?(?:tydzień|tygodnia|tygodniu|miesiąc|miesiąca|rok|roku|lato|lata|zima|zimy|zimę|wiosn[ay]|wiosnę|"
    r"jesień|jesieni|weekend|weekendu|sezon|sezonu|dni)"
)
STANDS = (
    rf"t(?:en|a|e|ego|ej|ym) {TIME}|(?:jego|jej|ich) (?:królewsk|wysokoś|świątobliwoś|ekscelencj|eminencj|"
    r"magnificencj)\w*|"
    r"dlatego,? że"
)
# "To jest", "to potwierdziła policja", not what is said to be it: "To Warszawa ...".
VERB = (
    r"(?:jest|był[aoy]?|nie|oznacza|znaczy|potwierdz\w+|efekt|wynik|skutek|reakcja|odpowiedź|już|kolejn\w+|pierwsz\w+|"
    r"drug\w+|trzeci\w*)"
)
WORDS = (
    rf"to(?= {VERB}\b)|on|ona|ono|oni|one|jego|jej|ich|jemu|mu|ten|ta|te|tę|tego|tej|temu|tym|tych|tymi|tamten|tamta|"
    r"ob(?:aj|ie|a|oje)|\w{2,}(?:ł|ła|ło|li|ły) (?:to|o tym|go|ją|ich|mu|jej)|doda(?:ł|ła|li|no)|"
    r"jednak|jednakże|ale|lecz|zaś|natomiast|dlatego|więc|zatem|tymczasem|ponadto|poza tym|oprócz tego|mimo to|"
    r"pomimo tego|"
    r"potem|następnie|później|wówczas|wtedy|stąd|tam|przedtem|następnego dnia|(?:w związku|wraz) z tym|w rezultacie|"
    r"z kolei|z tego (?:powodu|względu)|w odpowiedzi(?! na)|przy tym|(?:o|po) tym(?!,| jak)|"
    r"(?:według|zdaniem|wśród|spośród|u|dla|od) (?:niego|niej|nich|tego|tej|tych)(?!,)"
)

ANAPHORA = Anaphora(head=pointing_back(WORDS, STANDS))
