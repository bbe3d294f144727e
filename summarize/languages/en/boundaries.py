"""Abbreviations, times of day and labels, by what they mean for the end of a sentence."""

from __future__ import annotations

import re
from pathlib import Path

from summarize.languages.en.calendar import MONTH_SHORT, WEEKDAY_SHORT
from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

TITLES = frozenset(
    listed(
        "Adm Ald Amb Asst Atty Bp Brig Bro Capt Cdr Ch Cllr Cmdr Cmsr Col Comm Cpl Cpt Dep Det Dir Dr Drs Fr "
        "Ft Gen Gov Hon Insp Judg Just Lt Maj Messrs Mgr Mlle Mme Mr Mrs Ms Msgr Mt Mx Natl Pfc Pres Prin "
        "Prof Pvt Rep Reps Rev Sec Sen Sens Sgt Sister Spc Sr Sra St Ste Supt Tech Treas Ven"
    )
)
"""Of persons, and of places (St. Louis, Mt. Fuji): a name follows."""
BEFORE_FIGURES = frozenset(
    listed(
        "No no Nos nos p pp approx Approx abt avg Avg est Est max Max min Min incl Incl excl Excl ca c cca ch "
        "Ch art Art cl fig Fig figs pop Pop vol Vol vols para Para paras par pt Pt pts sec Sec sect Apt apt "
        "Bldg Rm Hwy Rte rte Rt Ste Blvd ver v ed op tel Tel ext Ext fl"
    )
) | frozenset([*MONTH_SHORT.replace("?", "").split("|"), "Sep", *WEEKDAY_SHORT.split("|")])
INSIDE = frozenset(listed("eg ie cf vs v viz al aka approx incl excl esp resp dept Dept govt Govt Gov asst"))
CLOSING = frozenset(
    listed(
        "etc Inc Ltd Corp Co Cos Bros LLC PLC plc SA AG Jr Esq PhD MD BA MA RN DDS DC NYC LA "
        "BC AD Ave Blvd Rd Sq Pl Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss "
        "Mo Mont Neb Nev Okla Ont Ore Pa Penn Que Tenn Tex Va Vt Wash Wis Wyo"
    )
)
CLOCK_GOES_ON = re.compile(
    r"(?:[ECMP][SD]?T|GMT|BST|UTC|CET|IST|JST|local|Eastern|Central|Mountain|Pacific|Greenwich)\b"
    rf"|(?:{WEEKDAY_SHORT})(?:\.|day\b|[a-z]*day\b)|(?:{MONTH_SHORT})(?:\.|[a-z]*) \d"
)
ATTRIBUTION = re.compile(
    r"(?:[^\W\d_][\w’'.-]* ){0,6}(?:said|says|asked|asks|added|wrote|told|replied|shouted|cried|tweeted|recalled)\b"
)
FINITE_VERB = re.compile(
    r"(?:am|is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|said|says|say|found|came|"
    r"went|took|made|held|told|saw|met|left|lost|won|fell|rose|ran|led|kept|knew|got|gave|hid|set|put|cut|hit|fled|began|"
    r"sat|stood|\w{2,}ed)\b"
)
LABEL = re.compile(
    r"\s(?=(?:READ MORE|Read more|RELATED|Related|SEE ALSO|See also|More on this story|ALSO READ|Also read)\s?: ?\S|"
    r"ends [A-Z]{3,}|(?:Image|Photo|Picture|Photograph)s?: [A-Z])"
)
VOCABULARY = frozenset(Path(__file__).with_name("vocabulary.txt").read_text(encoding="utf-8").split())
"""Words of news written in small letters in two texts or more, and words that begin sentences, with a capital.

Written by `python -m benchmarks.vocabulary`.
"""

BOUNDARIES = Boundaries(
    titles=TITLES,
    before_figures=BEFORE_FIGURES,
    inside=INSIDE,
    closing=CLOSING,
    nations=frozenset({"US", "USA", "UK", "UN", "EU", "UAE"}),
    clock=frozenset({"am", "pm"}),
    clock_goes_on=CLOCK_GOES_ON,
    openers=frozenset(listed("the of and to a in is that for on was with as by it are at from i")),
    never_last=frozenset(
        listed(
            "the a an of and or but to in for with from at by as that which who whose than because if when while "
            "into onto upon between among during is are was were has have had be been will would could should may "
            "might although must can their his her its our your my these those this such very"
        )
    ),
    vocabulary=VOCABULARY,
    finite_verb=FINITE_VERB,
    attribution=ATTRIBUTION,
    label=LABEL,
    label_needs=(":", "ends "),
)
