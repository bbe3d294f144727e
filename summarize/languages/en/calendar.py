"""Months and days of the week."""

from __future__ import annotations

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
"""Number of every spelling in small letters."""
WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}

MONTH_FULL = f"(?:{'|'.join(MONTH_NAMES)})"
MONTH_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
"""Abbreviations that end with a full stop; May has none."""
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
WEEKDAY_STEM = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
WEEKDAY_FULL = f"(?:(?:{WEEKDAY_STEM})day)"
WEEKDAY_SHORT = "Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun"
WEEKDAY_BEGUN = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
"""Written out or cut short."""
PERIOD = r"(?:weekend|week|fortnight|month|quarter|season|spring|summer|autumn|winter|year|decade|century)"
PART_OF_DAY = r"(?:morning|noon|afternoon|evening|night|midnight|day)"
