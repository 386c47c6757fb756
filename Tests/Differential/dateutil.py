import datetime

from dateutil import parser, tz

MONTHS = ["Jan", "February", "mar", "APR", "May", "june", "Jul", "Aug", "Sept", "October", "nov", "Dec"]
DAYS = ["Mon", "tuesday", "Wed", "Thu", "FRI", "Sat", "Sunday"]
ZONES = [
    "Z", " UTC", "+01:00", "-0530", " GMT", " GMT+3", " EST", " -0300 (BRST)", "+5", " z", " UTC+3", "-00:00", " +00:00",
    "+0000", "-12:345",
]
WORDS = ["am", "pm", "h", "m", "s", "hours", "min", "foo", "the", "a", "+", "-", "(", "nan", "inf", "1e5", "of", "st"]
MARKS = ["-", "/", " ", ".", ":", "", "T", ",", " at ", " of ", "th ", "'", "  ", "|"]


def number():
    kind = chance.below(6)
    if kind == 0:
        return str(chance.below(32))
    if kind == 1:
        return "%02d" % chance.below(100)
    if kind == 2:
        return str(chance.between(1900, 2100))
    if kind == 3:
        return str(chance.below(10 ** chance.between(1, 15)))
    return "%d%s%d" % (chance.below(60), ".,"[kind - 4], chance.below(10**7))


def proper():
    year, month, day = chance.between(1970, 2040), chance.between(1, 12), chance.between(1, 29)
    hour, minute, second = chance.below(24), chance.below(60), chance.below(60)
    if chance.one_in(10):
        year = chance.between(1, 9999)
    name = chance.choice(MONTHS)
    date = chance.choice([
        f"{year:04}-{month:02}-{day:02}", f"{month:02}/{day:02}/{year:04}", f"{month}/{day}/{year % 100:02}",
        f"{name} {day}, {year}", f"{day} {name} {year}", f"{year:04}{month:02}{day:02}", f"{day}-{name}-{year % 100:02}",
        f"{chance.choice(DAYS)}, {day:02} {name} {year}", f"{name} of {year}", f"{name} {day} {year}",
        f"{day}.{month}.{year}", chance.choice(DAYS), f"{year}", f"{name} {day}th", f"{year:04}-{month:02}",
        f"{day} {name}", f"{name}-{day}-{year}", f"{year}-W{chance.below(55):02}-{chance.below(9)}",
        f"{year}-{chance.below(370):03}",
    ])
    half = chance.choice(["am", " pm", "AM", " a.m.", "p"])
    time = chance.choice([
        "", f"T{hour:02}:{minute:02}:{second:02}", f" {hour}:{minute:02}", f"T{hour:02}{minute:02}{second:02}",
        f" {hour:02}:{minute:02}:{second:02}.{chance.below(10**7)}", f" {chance.below(14)}{half}", f" {hour} hours",
        f" {hour}h {minute}m {second}s", f" {hour:02}{minute:02}", f"T{hour:02}:{minute:02}:{second:02},{chance.below(999)}",
        f" {hour}h{minute:02}", f" {chance.below(14)}:{minute:02}{half}", f" {hour}.5h", f" {minute} min",
    ])
    text = date + time + (chance.choice(ZONES) if chance.one_in(2) else "")
    return chance.changed(text, "abz.,:-+() 12\u0663\u00b2\te") if chance.one_in(6) else text


def improper():
    pieces = []
    for _ in range(chance.between(1, 8)):
        kind = chance.below(6)
        pieces.append(number() if kind < 2 else chance.choice([MARKS, MONTHS + DAYS, ZONES, WORDS][kind - 2]))
    return "".join(pieces)


OPTIONS = [
    {}, {}, {}, {"dayfirst": True}, {"yearfirst": True}, {"dayfirst": True, "yearfirst": True}, {"fuzzy": True},
    {"fuzzy_with_tokens": True}, {"ignoretz": True}, {"tzinfos": {"EST": -18000, "BRST": tz.tzoffset("B", 3600)}},
]


def read(text, options):
    found = parser.parse(text, default=datetime.datetime(2024, 1, 31), **options)
    return [str(found), found.tzname()] if isinstance(found, datetime.datetime) else [str(found[0]), found[1]]


for _ in range(COUNT):
    text = proper() if chance.below(5) < 3 else improper()
    options = chance.choice(OPTIONS)
    show([text, sorted(options)], read, text, options)
    show(text, lambda: str(parser.isoparse(text)))
