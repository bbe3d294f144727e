"""What points back to the sentence before it: a pronoun or a connective at the head."""

from __future__ import annotations

from summarize.languages.patterns import pointing_back
from summarize.languages.reference import Anaphora

# "Cette semaine", "ces derniers jours": a time as seen from the report.
TIME = (
    r"(?:matin|soir|midi|après-midi|nuit|semaine|mois|année|an|été|hiver|automne|printemps|saison|week-end|jour|jours|"
    r"temps|fois|derni(?:er|ère)s|prochain\w*|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|janvier|février|mars|avril|"
    r"mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!-là)"
)
# "Il pleut", "il est possible que", but "il est mort", "il reste en prison": nobody is meant.
EMPTY_IS = (
    r"(?:\w+ )?(?:(?:(?:im)?(?:possible|probable)|difficile|facile|important|nécessaire|urgent|interdit|prévu|question|"
    r"temps|clair|certain|vrai|évident|rare|inutile|utile|essentiel|normal|conseillé|recommandé|demandé|permis) "
    r"(?:que|qu['’]|de|d['’])|\d|midi|minuit|une heure|trop|tôt|tard|à (?:noter|craindre|souligner|prévoir))"
)
NUMBER = (
    r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cent|mille|plusieurs|quelques|"
    r"des|peu|encore)"
)
EMPTY_IL = (
    r"il (?:ne |n['’]|en |y )*(?:a(?:vait|ura|urait)? (?:fallu|plu|neigé|été \w+ (?:que|de))|"
    r"pleu\w+|plu\w+|neige\w*|gèle|gelait|tonne|tonnait|grêl\w+|fa(?:ut|llait|udra|udrait)|va falloir|"
    r"fai(?:t|sait) (?:\w+ )?(?:chaud|froid|beau|nuit|jour|mauvais|doux|\d+)|"
    r"s['’](?:agi\w+|avère|avérait|est (?:agi|avéré|produit|passé))|se (?:peut|pourrait)|"
    rf"(?:est|était|sera|serait) {EMPTY_IS}|rest(?:e|ait) (?:{NUMBER}|à (?:savoir|voir|\w+er))|manque|manquait|existe|"
    r"existait|(?:semble\w*|para[iî]t|apparaît) (?:que|qu|bien|donc)|convien\w+|suffi\w+|import\w+|vaut|vaudrait|"
    r"arrive (?:que|souvent))|il (?:n['’])?y a\w*"
)
STANDS = (
    rf"ce(?:t|tte|s)? {TIME}|ce (?:n['’]|sont|fut|sera|serait|que|qui|qu['’]|dont|ne|à quoi)|"
    r"s(?:on|a|es) (?:altesse|majesté|sainteté|excellence|éminence)|leurs? (?:altesses|majestés)|son et lumi|"
    rf"{EMPTY_IL}"
)
WORDS = (
    r"ils?|elles?|lui|eux|celui-ci|celle-ci|ceux-ci|celles-ci|celui-là|celle-là|cela|ceci|ça|cet?|cette|ces|"
    r"son|sa|ses|leurs?|mais|et|ou|donc|cependant|toutefois|pourtant|néanmoins|or(?=,| (?:le|la|les|un|une|il|elle|"
    r"ce)\b)|"
    r"(?:ainsi|aussi|de plus|là|peu après|du coup)(?=,)|par conséquent|en conséquence|en revanche|au contraire|"
    r"par ailleurs|en outre|de même(?! que)|en effet|dès lors(?! que)|depuis lors|puis|ensuite|alors(?! qu)|"
    r"entre-temps|"
    r"pendant ce temps|à ce moment|au même moment|le même jour|par la suite|le lendemain(?! d)|"
    r"(?:quelques|deux|trois) (?:minutes|heures|jours|semaines|mois) plus tard|c['’]est (?:pourquoi|ce qu['’]\w+)|"
    r"(?:malgré|pour|après|avant|avec|sans) (?:cela|ça)|dans ce (?:contexte|cas)|à cet égard|là-bas|"
    r"(?:selon|d['’]après|parmi|entre|avec|contre) (?:lui|elles?|eux|celui-ci|celle-ci)|(?:tous|toutes) (?:deux|"
    r"les deux)|"
    r"les deux (?:hommes|femmes|parties|camps|équipes|pays)"
)

ANAPHORA = Anaphora(head=pointing_back(WORDS, STANDS))
