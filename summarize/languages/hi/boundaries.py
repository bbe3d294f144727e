"""Abbreviations of Hindi, by what they mean for the end of a sentence."""

from __future__ import annotations

from summarize.languages.prose import Boundaries
from summarize.languages.text import listed

BOUNDARIES = Boundaries(
    titles=frozenset(
        listed(
            "डॉ डा श्री श्रीमती प्रो पं कु मो सु स्व एड इं ले कै "
            "ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड"
        )
    ),
    before_figures=frozenset(listed("रु रू सं नं क्र पृ लगभग")),
    inside=frozenset(listed("रु")),
)
