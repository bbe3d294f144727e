"""Abbreviations of Polish, by what they mean for the end of a sentence."""

from __future__ import annotations

import re

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "dr Dr prof Prof hab inż mgr Mgr gen Gen płk ppłk mjr kpt por ppor sierż ks Ks bp abp kard św Św "
            "śp p P pp o os al Al ul Ul pl Pl im red Red min Min woj pow gm m"
        )
    ),
    before_figures=frozenset(listed("nr Nr art Art ust pkt poz str s t ok Ok max min tel Tel par rozdz rys godz Godz")),
    inside=frozenset(
        listed(
            "np tj tzn tzw min mn in ds ws dot ok Ok ul pl im św ww wg zob por mln mld tys zł ca itd jw br "
            "hab inż cd ew wyd pt ang łac niem ros śp"
        )
    ),
    closing=frozenset(listed("itd itp etc r w zł gr proc tys mln mld br ub pne ne sp Sp oo zoo SA USA Jr m jr")),
    ordinals=True,
    behind_ordinals=frozenset(
        listed("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia")
    ),
    openers=frozenset(
        listed(
            "w i na z nie się do że jest to od przez o po a ale oraz jednak też także jak kiedy gdy jeśli "
            "według podczas przed za dla bez u we ze przy nad pod ten ta te ci tego tej tych on ona oni one "
            "my wy ja nikt wszyscy wszystko wielu kilka inne już jeszcze również ponadto później wcześniej "
            "potem teraz dziś wczoraj jutro jego jej ich nasz tylko każdy dwa trzy co kto czy dlaczego gdzie "
            "ponieważ tam tu tutaj niektórzy najpierw"
        )
    ),
    attribution=re.compile(r"(?:powiedział|mówi|dodał|napisał|pyta|stwierdził)"),
)
