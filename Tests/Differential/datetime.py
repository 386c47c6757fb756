import datetime

ZONES = [
    None, datetime.timezone.utc, datetime.timezone(datetime.timedelta(hours=-7, minutes=-30)),
    datetime.timezone(datetime.timedelta(hours=23, minutes=59), "far"), datetime.timezone(datetime.timedelta(seconds=12345)),
]
ISO = ["2024-02-29T12:34:56.789012+05:30", "2024-W09-4T00:00Z", "20240229T123456", "0001-01-01", "9999-12-31T23:59:59.999999"]
FORMATS = "%a%A%w%d%b%B%m%y%Y%H%I%p%M%S%f%z%Z%j%U%W%c%x%X%%%G%u%V%e%D%T%F -/:x"


def some_delta():
    return datetime.timedelta(
        days=chance.between(-400, 400), seconds=chance.between(-90000, 90000), microseconds=chance.between(-2000000, 2000000))


def some_date():
    return datetime.date.fromordinal(chance.choice([1, 2, 3652058, 3652059, chance.between(1, 3652059), chance.between(719000, 739000)]))


def some_time():
    zone = chance.choice(ZONES)
    return datetime.time(chance.below(24), chance.below(60), chance.below(60), chance.choice([0, 1, 999999, 500000]), zone)


def some_moment():
    moment = datetime.datetime.combine(some_date(), some_time())
    return moment.replace(fold=1) if chance.one_in(4) else moment


def arithmetic(one, other, delta, third, number):
    results = []
    for operation in (
        lambda: one + delta, lambda: one - delta, lambda: one - other, lambda: one < other, lambda: one == other,
        lambda: one >= one.date(), lambda: one.date() - other.date(), lambda: one.date() + delta, lambda: delta + third,
        lambda: delta - third, lambda: delta * number, lambda: delta * 1.5, lambda: delta / number, lambda: delta / third,
        lambda: delta // third, lambda: delta // number, lambda: delta % third, lambda: divmod(delta, third), lambda: abs(delta),
        lambda: -delta, lambda: (delta.days, delta.seconds, delta.microseconds, delta.total_seconds()), lambda: str(delta),
        lambda: delta < third, lambda: bool(delta), lambda: sum([delta, third], datetime.timedelta()), lambda: max(one, other),
        lambda: delta / 0, lambda: one + one, lambda: one + number, lambda: delta / "x",
    ):
        try:
            results.append(repr(operation()))
        except Exception as error:
            results.append(f"{type(error).__name__}: {error}")
    return results


def parts(moment, zone):
    results = []
    for operation in (
        lambda: moment.isoformat(), lambda: str(moment), lambda: moment.isoformat(" ", "milliseconds"),
        lambda: moment.isoformat(timespec=chance.choice(["auto", "hours", "minutes", "seconds", "microseconds", "days"])),
        lambda: moment.timetuple(), lambda: moment.utctimetuple(), lambda: moment.isocalendar(), lambda: moment.weekday(),
        lambda: moment.isoweekday(), lambda: moment.toordinal(), lambda: moment.utcoffset(), lambda: moment.tzname(),
        lambda: moment.dst(), lambda: moment.ctime(), lambda: moment.timestamp(), lambda: moment.astimezone(zone),
        lambda: moment.date(), lambda: moment.time(), lambda: moment.timetz(), lambda: moment.fold, lambda: hash(moment) == hash(
            moment.replace(fold=0)), lambda: moment.replace(year=chance.between(-1, 10001)), lambda: moment.replace(
            month=chance.between(0, 13), day=chance.between(28, 32)), lambda: moment.replace(tzinfo=zone), lambda: f"{moment:%H:%M}",
        lambda: f"{moment}", lambda: datetime.datetime.fromisoformat(moment.isoformat()) == moment,
        lambda: datetime.datetime.fromtimestamp(moment.timestamp(), datetime.timezone.utc),
        lambda: datetime.datetime.utcfromtimestamp(chance.between(-70000000000, 300000000000)),
    ):
        try:
            results.append(repr(operation()))
        except Exception as error:
            results.append(f"{type(error).__name__}: {error}")
    return results


def some_format():
    return "".join(FORMATS[(place := chance.below(len(FORMATS) // 2) * 2) : place + 2] for _ in range(chance.below(5)))


for _ in range(COUNT):
    one, other, delta, third = some_moment(), some_moment(), some_delta(), some_delta()
    print(one, arithmetic(one, other, delta, third, chance.between(-3, 7)))
    print(one, parts(one, chance.choice(ZONES)))
    form = some_format()
    show((one, form), one.strftime, form)
    show((one, form), one.date().strftime, form)
    show((one, form), one.timetz().strftime, form)
    text = chance.changed(chance.choice(ISO), "0123456789-:T.+Z W")
    for read in (datetime.datetime.fromisoformat, datetime.date.fromisoformat, datetime.time.fromisoformat):
        show(text, read, text)
    show(text, datetime.date.fromordinal, chance.between(-5, 3652070))
    show(text, datetime.date.fromisocalendar, chance.between(1, 9999), chance.between(0, 54), chance.between(0, 8))
    show(text, datetime.timedelta, weeks=chance.between(-9, 9), hours=chance.between(-99, 99) / 4, milliseconds=chance.between(0, 9))
    show(text, datetime.datetime, chance.between(0, 10000), chance.between(0, 13), chance.between(0, 32), chance.between(-1, 24))
