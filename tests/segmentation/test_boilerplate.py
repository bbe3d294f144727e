"""What is an article's own, and what the page put around it."""

from __future__ import annotations

import pytest

from summarize.records.document import Document
from summarize.records.sentence import Sentence, SentenceRole
from summarize.segmentation import split_documents

ARTICLE = (
    "The ferry Orlin struck the north pier at dawn on Tuesday with 140 people on board.",
    "Nine passengers were taken to the hospital in Varnholm, the coast guard said.",
    "The captain told investigators that thick fog had hidden the harbour lights.",
    "Divers will examine the hull on Wednesday before the ship is towed away.",
    "The line has carried passengers between the islands since 1931.",
    "Its owners expect to put a replacement into service within the week.",
)


def split(*lines: str, title: str | None = None) -> list[Sentence]:
    return split_documents([Document(id="d", text="\n".join(lines), title=title)])


def kinds(*lines: str, title: str | None = None) -> dict[str, SentenceRole]:
    return {sentence.text: sentence.role for sentence in split(*lines, title=title)}


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Advertisement Continue reading the main story",
        "Story continues below advertisement",
        "Newsletter Sign Up Continue reading the main story Please verify you're not a robot by ticking the box.",
        "Invalid email address.",
        "Home delivery from $4.99 a week.",
        "You must select a newsletter to subscribe to.",
        "An error has occurred.",
        "Thank you for subscribing.",
        "Sign up for the Harbour Briefing and get the day's news in your inbox.",
        "Share this article on Facebook",
        "Facebook Twitter Email Print",
        "Follow @VarnholmPost for more.",
        "Follow Post reporter Ada Quill on Twitter: @adaquill.",
        "Download the free Channel 4 app for breaking alerts.",
        "By Ada Quill",
        "By ADA QUILL, Harbour Correspondent | 3 May 2031",
        "(Reporting by Ada Quill; Editing by Tom Ferris)",
        "Additional reporting by Tom Ferris in Varnholm",
        "The Island Press contributed to this report.",
        "(Photo: Ada Quill, NWA)",
        "(Ada Quill/NWA)",
        "REUTERS/Ada Quill",
        "Image copyright Getty Images",
        "Hide Caption 3 of 9",
        "Enlarge this image toggle caption Ada Quill/NWA Ada Quill/NWA",
        "FILE - In this May 3, 2030 file photo the ferry leaves the harbour of Varnholm.",
        "Scroll down for video",
        "Mon. Dec 4th, 2033",
        "Updated: June 22, 2033 1:24 pm",
        "Copyright 2033 The Island Press.",
        "All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "ADA QUILL, HOST:",
        "This site uses cookies. By continuing you accept our policy.",
        "— Ada Quill (@adaquill) February 1, 2033",
        "pic.twitter.com/x1y2z3",
        "Got a story? Call our newsdesk on 555-0142.",
        "Notes to editors: pictures of the ferry are available from the press office.",
        "Quotes delayed by at least 15 minutes.",
        "This story has been corrected to show that the ship was built in 1998.",
        "Read more: How safe are our harbours?",
        "More: Ten harbours in the fog",
        "Related: Old lighthouse to be sold",
        "READ MORE: The ten safest ferries, according to captains",
        "More on this: Ten piers tested",
        "Watch: Why do so many ferries sink?",
        "You may also be interested in: The islands, a profile",
        "Read the updated story here.",
        "See the full story about this year's results.",
        "|| More at harbourpost.com.",
        "Article Excerpt",
        "The Varnholm Post is funded by its readers.",
        "If you can, please support us with a donation.",
        "Harbour Gazette subscribers can download the full log.",
        "Varnholm Mail, your paper since 1887.",
        "These crawls are kept to archive pages as they are made.",
        "Flowing in every day, these data are added to the archive of the web.",
        "When you tweet with a location, the service keeps it.",
        "You always have the option to delete your Tweet location history.",
        "This copy is for your personal use only.",
        "___",
        '<div class="ad"></div>',
        "<!-- picture comes later -->",
        "Win a trip on the new boat.",
    ],
)
@pytest.mark.parametrize("place", ["in the middle", "at the end"])
def test_clutter_is_never_quoted(line: str, place: str) -> None:
    lines = [*ARTICLE[:3], line, *ARTICLE[3:]] if place == "in the middle" else [*ARTICLE, line]
    start = len("\n".join(lines[: lines.index(line)])) + 1
    clutter = [s for s in split(*lines) if start <= s.start < start + len(line)]
    assert clutter
    assert SentenceRole.BODY not in {s.role for s in clutter}
    assert SentenceRole.BOILERPLATE in {s.role for s in clutter}
    assert sum(s.role is SentenceRole.BODY for s in split(*lines)) == len(ARTICLE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The newsletter lost a third of its readers after the price rose in March.",
        "Subscriptions to the streaming service fell by 40,000 in the second quarter.",
        "Share prices fell sharply after the bank reported a loss of two billion crowns.",
        "Advertisement revenue at the broadcaster has halved since 2019, the report said.",
        "Photographs taken from the air show that the eastern wall of the dam has gone.",
        "The app was removed from the store because it collected the addresses of children.",
        "Follow-up inspections found the same fault in eleven other boats of the line.",
        "Copyright law does not protect the pictures, the court ruled on Thursday.",
        "By Monday morning the water had reached the second floor of the town hall.",
        "Reporting by the commission showed that no engineer had looked at the bridge for years.",
        '"Sign up for our newsletter," the scammers wrote to thousands of customers.',
        "More than 600 people signed the letter that asks the minister to stay.",
        "Read in full, the ruling leaves the council little room to appeal.",
        "Editors of the two papers said they would not comment on the sale.",
        "The company uses cookies to follow visitors across the web, regulators found.",
        "You can see the hole from the road, and people stop to look at it.",
        "Contact between the ship and the coast guard was lost at four in the morning.",
        "Please, said the old man, and the officer let him through the gate.",
        "The report was published on Monday by the institute for public health.",
        "Nobody was killed.",
        "These data are not in doubt, and the archive holds them since 1931.",
        "The crawl of the sites took the archive four years.",
        "A man carrying a knife was arrested at the pier.",
        "A woman who holds two tickets said nobody had called her.",
        "The museum is funded by its members and takes no state money.",
        "Party members can join the vote by post until Friday.",
        "Family members can read the transcripts but not copy them.",
        "After Trump left, Congress repealed the rule.",
        "A 30-year-old man walks free after 12 years in jail.",
        "A woman stands accused of poisoning her husband in Lyon.",
        "A refugee holds the record for the fastest marathon in Kenya.",
        "Next month in Paris, ministers meet: a deal is likely.",
        "They include web captures of the man's accounts, prosecutors argue.",
        "Watch the light, the captain said, and went to sleep here.",
        "Win or lose, the owners will build a second boat.",
    ],
)
def test_news_about_newsletters_and_the_like_is_kept(sentence: str) -> None:
    """Words of clutter are no clutter without its shape."""
    assert kinds(*ARTICLE[:3], sentence, *ARTICLE[3:])[sentence] is SentenceRole.BODY
    assert kinds(*ARTICLE, sentence)[sentence] is SentenceRole.BODY


def test_the_headlines_listed_after_read_more_go_with_it() -> None:
    found = kinds(*ARTICLE, "Read more:", "Harbours are the new theatres of the north", "Fog, and what to do about it")
    assert [text for text, role in found.items() if role is SentenceRole.BODY] == list(ARTICLE)
    assert found["Harbours are the new theatres of the north"] is SentenceRole.BOILERPLATE


def test_who_the_author_is_counts_as_clutter_around_the_article_and_not_inside_it() -> None:
    line = "Ada Quill is a columnist and writes about the sea."
    assert kinds(*ARTICLE, line)[line] is SentenceRole.BOILERPLATE
    assert kinds(*ARTICLE[:3], line, *ARTICLE[3:])[line] is SentenceRole.BODY


def test_news_beside_a_call_for_pictures_is_kept() -> None:
    news = "Talks with the owners are planned for Thursday. The last round broke up on Friday."
    found = split(*ARTICLE, f"{news} Were you on board? Send us your story.")
    assert [s.text for s in found if s.role is SentenceRole.BODY][-2:] == news.replace(". The", ".|The").split("|")


def test_a_caption_is_no_sentence_of_a_brief() -> None:
    """It says what the picture shows, and the picture is not there."""
    caption = "Passengers leave the ferry Orlin in the harbour of Varnholm."
    found = kinds(*ARTICLE[:2], caption, "Photo: Ada Quill (NWA)", *ARTICLE[2:])
    assert found[caption] is SentenceRole.FRAGMENT
    inline = kinds(*ARTICLE[:2], f"{caption} (Ada Quill/NWA)", *ARTICLE[2:])
    assert inline[caption] is SentenceRole.FRAGMENT
    for caption in (
        "Image caption: Divers at the pier on Tuesday",
        "Caption: Divers at the pier on Tuesday, before the ship was towed away.",
        "A woman waves a flag at the harbour of Varnholm.",
        "Ada Quill, left, with Tom Ferris in 2031.",
    ):
        assert kinds(*ARTICLE[:2], caption, *ARTICLE[2:])[caption] is SentenceRole.FRAGMENT
    dated = "A crane lifts the ferry Orlin in Varnholm, Tuesday, May 3, 2033, where divers are standing by."
    assert kinds(*ARTICLE, dated)[dated] is SentenceRole.FRAGMENT


@pytest.mark.parametrize(
    "line",
    [
        "X-ray image of the hull, the torn plates in white. Tobias Rehmer",
        "Divers enter the water at Varnholm on Tuesday, Jan. 14, 2031. The search goes on. (Associated Press)",
        "The mayor and the captain were on good terms. Then the fog came. (Jonna Ekdal/The Varnholm Post)",
        "Image: The pier has stood in the harbour since 1931. Pic Jonna Ekdal",
    ],
)
def test_a_caption_is_known_by_the_name_behind_it(line: str) -> None:
    assert SentenceRole.BODY not in {sentence.role for sentence in split(*ARTICLE[:3], line, *ARTICLE[3:])[3:-3]}


def test_a_report_is_no_caption_for_the_agency_it_came_from() -> None:
    report = "The owners denied that the radar had failed. They will appeal. (Reuters)"
    found = split(*ARTICLE[:3], report, *ARTICLE[3:])
    assert found[3].text.startswith("The owners denied")
    assert found[3].role is SentenceRole.BODY


def test_a_list_of_links_with_numbers_is_never_quoted() -> None:
    found = split(*ARTICLE, "Most read", "1. Bakery fire closes Elm Street", "2. Your weekend weather")
    assert all(sentence.role is not SentenceRole.BODY for sentence in found[len(ARTICLE) :])


def test_an_aside_in_brackets_is_never_quoted() -> None:
    aside = "(Speaking from experience here.)"
    assert kinds(*ARTICLE[:3], f"{ARTICLE[3]} {aside}", *ARTICLE[4:])[aside] is SentenceRole.FRAGMENT


def test_a_paragraph_in_front_of_a_credit_is_no_caption() -> None:
    found = kinds(*ARTICLE[:4], "Photo: Ada Quill (NWA)", *ARTICLE[4:])
    assert [text for text, role in found.items() if role is SentenceRole.BODY] == list(ARTICLE)


def test_of_a_repeated_sentence_the_finished_one_stays() -> None:
    caption = ARTICLE[1].rstrip(".")
    sentences = split(ARTICLE[0], caption, *ARTICLE[1:])
    assert [s.text for s in sentences if s.role is SentenceRole.BODY] == list(ARTICLE)
    assert next(s for s in sentences if s.text == caption).role is SentenceRole.FRAGMENT


def test_titles_and_subheadings_are_headlines() -> None:
    title = "Ferry strikes pier, nine hurt. What we know"
    found = kinds(title, *ARTICLE[:3], "Divers at work", *ARTICLE[3:], title=title)
    assert [text for text, role in found.items() if role is SentenceRole.HEADLINE] == [
        "Ferry strikes pier, nine hurt.",
        "What we know",
        "Divers at work",
    ]
    assert kinds("Ferry strikes pier in fog", *ARTICLE)["Ferry strikes pier in fog"] is SentenceRole.HEADLINE


def test_lines_behind_the_last_sentence_head_nothing() -> None:
    assert kinds(*ARTICLE, "Business blogs and bookings")["Business blogs and bookings"] is SentenceRole.BOILERPLATE


def test_a_text_without_full_stops_still_has_sentences() -> None:
    found = kinds("the ferry struck the pier at dawn", "nobody on board was hurt")
    assert set(found.values()) == {SentenceRole.BODY}


@pytest.mark.parametrize(
    "fragment",
    [
        "Not today.",
        "The statement reads:",
        "The ferry will not return until…",
        "In a series of letters the captain explains,",
        "12,000 8,000 (4,000).",
        "Caf\ufffd owners were told to shut.",
        "Harbour Trust Chairman Ilo Marsh.",
        "Starring Ana Brandt and the Ferry of Sulua.",
    ],
)
def test_what_cannot_stand_alone_is_a_fragment(fragment: str) -> None:
    assert kinds(*ARTICLE[:3], fragment, *ARTICLE[3:])[fragment] is SentenceRole.FRAGMENT


@pytest.mark.parametrize(
    "sentence", ["HARBOUR IS SHUT, SAYS MAYOR.", "Ilo Marsh resigned.", "“I Will Be Back,” Marsh said."]
)
def test_capitals_alone_make_no_fragment(sentence: str) -> None:
    assert kinds(*ARTICLE[:3], sentence, *ARTICLE[3:])[sentence] is SentenceRole.BODY


def test_a_sentence_of_a_thousand_words_is_a_fragment() -> None:
    text = "The list names " + "one ship and " * 400 + "no more."
    assert kinds(*ARTICLE, text)[text] is SentenceRole.FRAGMENT


def test_a_control_character_is_never_quoted() -> None:
    found = kinds("The ferry \x00 struck the pier at dawn.", "Nobody on board was hurt.")
    assert list(found.values()) == [SentenceRole.BOILERPLATE, SentenceRole.BODY]


def test_the_menus_of_a_whole_page_are_left_out() -> None:
    menu = ["Home", "News", "Sport", "Log in", "Subscribe", "Weather", "Jobs", "Share", "Email", "Photos"]
    items = [f"Ten things to do in harbour town {i}" for i in range(20)]
    found = kinds(*menu, *items, "Win a trip on the new boat.", *items, *ARTICLE, *items, *menu)
    assert [text for text, role in found.items() if role is SentenceRole.BODY] == list(ARTICLE)
    assert SentenceRole.BOILERPLATE in {found[item] for item in items}
