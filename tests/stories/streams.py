"""A small stream of invented events, two of them of one kind in different places."""

from __future__ import annotations

from datetime import datetime

from summarize import Document

FERRY = (
    "A passenger ferry struck the North Mole at Port Ennick in dense fog on Tuesday, injuring 27 people, the "
    "coastguard said. The Maid of Skarra was carrying 142 passengers. Sundvik Lines cancelled all sailings.",
    "Captain Joren Haldane told officers that the radar of the Maid of Skarra had gone dark before the ferry struck "
    "the North Mole at Port Ennick. The fog was dense. Sundvik Lines, which owns the ferry, said 27 people were hurt.",
    "The number of people hurt on the Maid of Skarra at Port Ennick has risen to 31. Sundvik Lines said the ferry "
    "would not sail before Saturday. Inspectors are looking at the North Mole and at the radar.",
)
OTHER_FERRY = (
    "A car ferry ran aground off Lower Tamsin on Friday with 60 people aboard, the harbour office of Tamsin said. "
    "The Queen Adela stuck on a sandbank of the Ouvre at low tide. Nobody was injured.",
    "Tugs pulled the Queen Adela off the sandbank near Lower Tamsin at high tide, the harbour office of Tamsin said. "
    "The ferry and the 60 people aboard were unhurt. The Ouvre is shallow there.",
)
BANK = (
    "The central bank of Estmark raised its main rate to 4.5 percent on Tuesday, citing the price of bread. Governor "
    "Ilka Dorn said that more might follow. The Estmark crown rose against its neighbours.",
    "Estmark's central bank put up its main rate by half a point. Governor Ilka Dorn spoke of the price of bread. "
    "Traders had expected 4.25 percent, and the crown of Estmark rose.",
)


def documents(name: str, texts: tuple[str, ...], day: int | None = 1) -> list[Document]:
    """Articles of one event, a day apart from the day on; without dates where it is None."""
    return [
        Document(f"{name}-{i}", text, published=None if day is None else datetime(2031, 3, day + i))
        for i, text in enumerate(texts)
    ]


def stream() -> list[Document]:
    """Seven articles on three events."""
    return [*documents("ferry", FERRY), *documents("other", OTHER_FERRY, 3), *documents("bank", BANK)]


QUARTER = (
    "Brennan Foods said its {which}-quarter profit {moved} to {profit} million crowns. Chief executive Mara Lindqvist "
    "spoke of the price of bread. Analysts had expected less of Brennan Foods.",
    "Bread maker Brennan Foods earned {profit} million crowns in the {which} quarter, more than analysts had expected. "
    "Mara Lindqvist, its chief executive, said that the price of bread had {moved}.",
)


def quarter(which: str, moved: str, profit: int, month: int) -> list[Document]:
    """Two articles on the results of a quarter."""
    return [
        Document(
            f"{which}-{i}",
            text.format(which=which, moved=moved, profit=profit),
            published=datetime(2031, month, 22 + i),
        )
        for i, text in enumerate(QUARTER)
    ]
