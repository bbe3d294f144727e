"""Words of menus and buttons."""

from __future__ import annotations

MENU_WORDS = frozenset(
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
