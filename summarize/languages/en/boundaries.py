"""Abbreviations and times of day, after which a full stop ends no sentence."""

from __future__ import annotations

import re

from summarize.languages.en.calendar import MONTH_SHORT, WEEKDAY_SHORT
from summarize.languages.prose import Boundaries

TITLES = (
    "Adm|Asst|Atty|Brig|Capt|Cllr|Cmdr|Col|Cpl|Det|Dr|Fr|Gen|Gov|Hon|Insp|Lt|Maj|Messrs|Mlle|Mme|Mr|Mrs|Ms|Mt|Pres|"
    "Prof|Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|Sr|Sra|St|Ste|Supt|Treas|Ven"
)
ABBREVIATIONS = (
    rf"{TITLES}|{MONTH_SHORT}|{WEEKDAY_SHORT}|vs|v|etc|Inc|Ltd|Corp|Co|Cos|Bros|Jr|No|Nos|pp?|approx|dept|est|fig|Ave|Blvd|Rd|"
    "Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ont|Ore|Pa|Tenn|"
    r"Tex|Va|Vt|Wash|Wis|Wyo|[A-Z]|(?:\w\.)+\w"
)
NO_END = re.compile(rf"(?:^|[\s(“\"'‘])(?:{TITLES})\.\s*$")
CLOCK_END = re.compile(r"\b[ap]\.?m\.\s*$", re.IGNORECASE)
CLOCK_GOES_ON = re.compile(
    r"(?:[ECMP][SD]?T|GMT|BST|UTC|CET|IST|JST|local|Eastern|Central|Mountain|Pacific|Greenwich)\b"
    rf"|(?:{WEEKDAY_SHORT})(?:\.|day\b|[a-z]*day\b)|(?:{MONTH_SHORT})(?:\.|[a-z]*) \d"
)
MONTH_END = re.compile(rf"\b(?:{MONTH_SHORT})\.\s*$")
LABEL = re.compile(
    r"\s(?=(?:READ MORE|Read more|RELATED|Related|SEE ALSO|See also|More on this story|ALSO READ|Also read)\s?: ?\S|"
    r"ends [A-Z]{3,})"
)
ENDS_ABBREVIATED = re.compile(rf"(?:^|[\s(“\"'‘/-])(?:{ABBREVIATIONS})\.$")

BOUNDARIES = Boundaries(
    no_end=NO_END,
    clock_end=CLOCK_END,
    clock_goes_on=CLOCK_GOES_ON,
    month_end=MONTH_END,
    label=LABEL,
    label_needs=(":", "ends "),
    ends_abbreviated=ENDS_ABBREVIATED,
)
