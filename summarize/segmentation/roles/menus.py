"""Menus and rows of buttons."""

from __future__ import annotations

import re

MENU_WORDS = 20
"""Longest row of buttons; longer ones are broken into lines."""

_WORD = re.compile(r"[\w&|·•/>»+×-]+")

_INTERFACE_WORDS = frozenset(
    """
    & + - / > a about account ad ads advertise advertisement advertising alerts all and app apps archive article
    articles back bookmark browse business by calendar careers classifieds close comment comments contact contacts
    continue cookies copied copy culture digg directory donate download edition email entertainment events facebook
    faq fb feed flipboard follow font for forum forums full gallery google health help home image images in
    instagram jobs latest lifestyle like link linkedin listen live local log login main media member members menu
    messenger mobile money more most navigation news newsletter newsletters next of on open opinion options or
    password photo photos pin pinterest play plus podcast podcasts politics popular post posts previous print
    privacy profile read reddit register related reply report resize retweet reviews rss save science screen search
    section sections settings share shares shop sign site sitemap size skip slack sms snapchat social sport sports
    stories story subscribe subscription support tags tech technology telegram terms text the this tiktok to toggle
    top topics travel trending tumblr tv tweet twitter up us via viber video videos view vk watch weather whatsapp
    with world x your youtube | · » × •
    """.split()  # noqa: SIM905 - a literal for each word would fill three screens
)


def is_menu(text: str, words: int) -> bool:
    """Whether a line of so many words holds nothing but words of menus and buttons."""
    return words <= MENU_WORDS and all(word in _INTERFACE_WORDS for word in _WORD.findall(text.lower()))
