from datetime import datetime

FORMATS = [
    "%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S%z", "%d/%b/%Y:%H:%M:%S %z",
    "%a %b %d %H:%M:%S %Y", "%A, %d %B %Y", "%I:%M %p", "%y%m%d", "%j %Y", "%H%M%S", "%m/%d/%y %I:%M:%S %p", "%Y %U %w",
    "%G-W%V-%u", "%c", "%x", "%X", "%%%Y", "%Y-%m-%d %H:%M:%S.%f%z", "%d.%m.%Y", "  %Y  %m",
]

for _ in range(COUNT * 3):
    moment = datetime(
        chance.between(1, 9999) if chance.one_in(4) else chance.between(1970, 2038), chance.between(1, 12), chance.between(1, 28),
        chance.below(24), chance.below(60), chance.below(60), chance.below(10**6),
    )
    form = chance.choice(FORMATS)
    text = moment.strftime(form.replace("%z", chance.choice(["+0000", "-05:30", "Z", "+01:02:03", "+0100", ""])))
    show([str(moment), form], lambda: text)
    if chance.one_in(3):
        text = chance.changed(text, "0123 :-ZTapm+")
    show([text, form], lambda: str(datetime.strptime(text, form)))
    form = chance.changed(form, "-Zq ") if chance.one_in(5) else chance.choice(FORMATS)
    show([text, form], lambda: str(datetime.strptime(text, form)))
    show(text, lambda: str(datetime.fromisoformat(text)))
    show(text, lambda: datetime.fromisoformat(moment.isoformat()) == moment)
