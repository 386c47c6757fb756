from dateutil import parser
import datetime
def show(text, **options):
    try:
        print(str(parser.parse(text, default=datetime.datetime(2024, 1, 31), **options)))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
for text in ["2024-05-06", "2024-05-06T07:08:09", "2024-05-06 07:08:09.123456", "20240506T070809", "20240506", "240506", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09+02:00", "2024-05-06 07:08 -0330", "2024-05-06 07:08 GMT", "2024-05-06 07:08 GMT+3", "2024-05-06T07:08:09,5", "2024-05-06T07:08:09.1234567Z"]:
    show(text)
#> 2024-05-06 00:00:00
#> 2024-05-06 07:08:09
#> 2024-05-06 07:08:09.123456
#> 2024-05-06 07:08:09
#> 2024-05-06 00:00:00
#> 2006-05-24 00:00:00
#> 2024-05-06 07:08:09+00:00
#> 2024-05-06 07:08:09+02:00
#> 2024-05-06 07:08:00-03:30
#> 2024-05-06 07:08:00+00:00
#> 2024-05-06 07:08:00-03:00
#> 2024-05-06 07:08:09.500000
#> 2024-05-06 07:08:09.123456+00:00
---
from dateutil import parser
import datetime
def show(text, **options):
    try:
        print(str(parser.parse(text, default=datetime.datetime(2024, 1, 31), **options)))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
for text in ["May 6, 2024", "6 May 2024 7pm", "Mon, 06 May 2024 07:08:09 +0000", "6th of May 2024", "06-May-24", "May/06/2024", "May of 2024", "5/6/24", "13/6/24", "6.5.2024", "7:30", "7h30m10s", "10 am", "12 a.m.", "12pm", "Friday", "February", "2023", "5", "10h36.5", "10 h 36 min", "2024-05-06 07:08 (EST)", "2024 May 6", "Sept 4"]:
    show(text)
for options in [{}, {"dayfirst": True}, {"yearfirst": True}, {"dayfirst": True, "yearfirst": True}]:
    show("01/02/03", **options)
    show("2024/02/03", **options)
#> 2024-05-06 00:00:00
#> 2024-05-06 19:00:00
#> 2024-05-06 07:08:09+00:00
#> 2024-05-06 00:00:00
#> 2024-05-06 00:00:00
#> 2024-05-06 00:00:00
#> 2024-05-31 00:00:00
#> 2024-05-06 00:00:00
#> 2024-06-13 00:00:00
#> 2024-06-05 00:00:00
#> 2024-01-31 07:30:00
#> 2024-01-31 07:30:10
#> 2024-01-31 10:00:00
#> 2024-01-31 00:00:00
#> 2024-01-31 12:00:00
#> 2024-02-02 00:00:00
#> 2024-02-29 00:00:00
#> 2023-01-31 00:00:00
#> 2024-01-05 00:00:00
#> 2024-01-31 10:36:30
#> ParserError: Unknown string format: 10 h 36 min
#> ParserError: Unknown string format: 2024-05-06 07:08 (EST)
#> 2024-05-06 00:00:00
#> 2024-09-04 00:00:00
#> 2003-01-02 00:00:00
#> 2024-02-03 00:00:00
#> 2003-02-01 00:00:00
#> 2024-03-02 00:00:00
#> 2001-02-03 00:00:00
#> 2024-02-03 00:00:00
#> 2001-03-02 00:00:00
#> 2024-03-02 00:00:00
---
from dateutil import parser
import datetime
def show(text, **options):
    try:
        print(str(parser.parse(text, default=datetime.datetime(2024, 1, 31), **options)))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
for text in ["", "foo", "2024-13-01", "2024-02-30", "2024-05-06T25:00", "1 2 3 4", "12:61", "2024-05-06T", None, 5, 2.5, [], "99999999999", "nan", "13am", "am", "2024-05-06T07:08:09+", "10:"]:
    show(text)
show("Today is January 1, 2047 at 8:21:00AM", fuzzy=True)
print(parser.parse("Today is January 1, 2047 at 8:21:00AM", fuzzy_with_tokens=True)[1])
show("no date here", fuzzy=True)
show("2024-05-06 10:00 EST", ignoretz=True)
show("2024-05-06 10:00 EST", tzinfos={"EST": -18000})
show("2024-05-06 10:00 EST", tzinfos=lambda name, offset: datetime.timezone.utc)
show("2024-05-06 10:00 EST", unknown=1)
show(b"2024-05-06")
try:
    parser.parse("x")
except ValueError as e:
    print(isinstance(e, parser.ParserError), e.args, repr(e), type(e).__mro__[1].__name__)
class German(parser.parserinfo):
    MONTHS = [("Jan", "Januar"), ("Feb", "Februar"), ("Mär", "März")] + parser.parserinfo.MONTHS[3:]
print(parser.parse("3. Februar 2024", parserinfo=German(dayfirst=True)))
#> ParserError: String does not contain a date: 
#> ParserError: Unknown string format: foo
#> ParserError: month must be in 1..12: 2024-13-01
#> ParserError: day is out of range for month: 2024-02-30
#> ParserError: hour must be in 0..23: 2024-05-06T25:00
#> ParserError: Unknown string format: 1 2 3 4
#> ParserError: minute must be in 0..59: 12:61
#> 2024-05-06 00:00:00
#> TypeError: Parser must be a string or character stream, not NoneType
#> TypeError: Parser must be a string or character stream, not int
#> TypeError: Parser must be a string or character stream, not float
#> TypeError: Parser must be a string or character stream, not list
#> OverflowError: signed integer is greater than maximum
#> ParserError: Unknown string format: nan
#> 2024-01-31 13:00:00
#> ParserError: Unknown string format: am
#> ParserError: Unknown string format: 2024-05-06T07:08:09+
#> ParserError: Unknown string format: 10:
#> 2047-01-01 08:21:00
#> ('Today is ', ' ', ' ', 'at ')
#> ParserError: String does not contain a date: no date here
#> 2024-05-06 10:00:00
#> 2024-05-06 10:00:00-05:00
#> 2024-05-06 10:00:00+00:00
#> TypeError: parser._parse() got an unexpected keyword argument 'unknown'
#> 2024-05-06 00:00:00
#> True ('Unknown string format: %s', 'x') ParserError('Unknown string format: %s', 'x') ValueError
#> 2024-02-03 00:00:00
---
from dateutil.parser import isoparse, isoparser
for text in ["2024", "2024-05", "2024-05-06", "20240506", "2024-W19", "2024-W19-1", "2024W191", "2024-127", "2024127", "2024-05-06T07", "2024-05-06T07:08", "2024-05-06T070809", "2024-05-06 07:08:09.5", "2024-05-06T07:08:09,123456789Z", "2024-05-06T07:08+01:30", "2024-05-06T07:08-0130", "2024-05-06T24:00", "2024-05-06T24:01", "2024-5-6", "202405", "2024-05-06T", "2024-05-06T7", "2024-05-06T07:0809", "2024-W60", "2024-W10-9", "2024-366", "2023-366", "é", "20", "2024-05-06T07:08+24:00", "2024-05-06T07:08+1:00", "2024-05-06T07:08:09.", b"2024-05-06"]:
    try:
        print(isoparse(text))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
print(isoparser(sep=" ").isoparse("2024-05-06 07:08"), isoparser().parse_isodate("2024-05-06"), isoparser().parse_isotime("07:08:09+02:00"), isoparser().parse_tzstr("-0330"))
try:
    isoparser(sep="TT")
except ValueError as e:
    print(e)
#> 2024-01-01 00:00:00
#> 2024-05-01 00:00:00
#> 2024-05-06 00:00:00
#> 2024-05-06 00:00:00
#> 2024-05-06 00:00:00
#> 2024-05-06 00:00:00
#> 2024-05-06 00:00:00
#> 2024-05-06 00:00:00
#> 2024-05-06 00:00:00
#> 2024-05-06 07:00:00
#> 2024-05-06 07:08:00
#> 2024-05-06 07:08:09
#> 2024-05-06 07:08:09.500000
#> 2024-05-06 07:08:09.123456+00:00
#> 2024-05-06 07:08:00+01:30
#> 2024-05-06 07:08:00-01:30
#> 2024-05-07 00:00:00
#> ValueError: Hour may only be 24 at 24:00:00.000
#> ValueError: invalid literal for int() with base 10: b'5-6'
#> ValueError: Invalid ordinal day
#> ValueError: ISO time too short
#> ValueError: ISO time too short
#> ValueError: Inconsistent use of colon separator
#> ValueError: Invalid week: 60
#> ValueError: Invalid weekday: 9
#> 2024-12-31 00:00:00
#> ValueError: Invalid ordinal day 366 for year 2023
#> ValueError: ISO-8601 strings should contain only ASCII characters
#> ValueError: ISO string too short
#> ValueError: Invalid hours in time zone offset
#> ValueError: invalid literal for int() with base 10: b'1:'
#> ValueError: Unused components in ISO string
#> 2024-05-06 00:00:00
#> 2024-05-06 07:08:00 2024-05-06 07:08:09+02:00 tzoffset(None, -12600)
#> Separator must be a single, non-numeric ASCII character
---
from dateutil import tz
import datetime
print(tz.tzutc(), tz.UTC is tz.tzutc(), repr(tz.tzoffset("EST", -18000)), repr(tz.tzoffset(None, datetime.timedelta(hours=2))), tz.tzoffset("a", 0) == tz.UTC, tz.UTC == tz.tzoffset(None, 0), tz.tzoffset("a", 60) == tz.tzoffset("b", 60), tz.UTC != tz.tzoffset(None, 1))
moment = datetime.datetime(2024, 5, 6, 12, tzinfo=tz.UTC)
print(moment, moment.astimezone(tz.tzoffset("EST", -18000)), moment.astimezone(tz.tzoffset("EST", -18000)).tzname(), moment.tzname(), moment == datetime.datetime(2024, 5, 6, 12, tzinfo=datetime.timezone.utc), moment.dst(), moment.utcoffset())
print(moment.astimezone(datetime.timezone.utc), datetime.datetime(2024, 5, 6, tzinfo=datetime.timezone.utc).astimezone(tz.tzutc()), tz.enfold(moment).fold, tz.datetime_exists(moment), tz.datetime_ambiguous(moment), tz.resolve_imaginary(moment))
try:
    hash(tz.UTC)
except TypeError as e:
    print(e)
#> tzutc() True tzoffset('EST', -18000) tzoffset(None, 7200) True True True True
#> 2024-05-06 12:00:00+00:00 2024-05-06 07:00:00-05:00 EST UTC True 0:00:00 0:00:00
#> 2024-05-06 12:00:00+00:00 2024-05-06 00:00:00+00:00 1 True False 2024-05-06 12:00:00+00:00
#> unhashable type: 'tzutc'
---
from dateutil.relativedelta import relativedelta, MO, FR, weekday
import datetime
day = datetime.date(2024, 1, 31)
now = datetime.datetime(2024, 1, 31, 10, 30)
print(day + relativedelta(months=1), now - relativedelta(years=1, months=2), now + relativedelta(day=1, hour=0), day + relativedelta(hours=25), now + relativedelta(weekday=FR), now + relativedelta(weekday=MO(-1)), now + relativedelta(day=31, weekday=FR(-1)), day + relativedelta(years=-4, months=+1), now + relativedelta(yearday=60), now + relativedelta(nlyearday=60))
print(relativedelta(datetime.date(2024, 3, 31), datetime.date(2023, 12, 31)), relativedelta(now, datetime.datetime(2020, 2, 29, 11)), relativedelta(datetime.date(2020, 1, 1), datetime.date(2024, 3, 2)), relativedelta(now, day))
print(relativedelta(hours=25, minutes=-61), relativedelta(months=14), relativedelta(weeks=2).weeks, relativedelta(days=1.5, hours=2).normalized(), relativedelta(), bool(relativedelta()), bool(relativedelta(hour=0)))
print(relativedelta(days=1) + relativedelta(days=2, hour=3), relativedelta(days=1, hour=3) - relativedelta(days=2), -relativedelta(days=1, months=2), abs(relativedelta(days=-1)), relativedelta(days=2) * 3, relativedelta(days=3) / 2, 2 * relativedelta(hours=1), relativedelta(days=1) + datetime.timedelta(hours=30), relativedelta(days=1) == relativedelta(hours=24), hash(relativedelta(days=1)) == hash(relativedelta(days=1)))
print(MO, MO(+1), FR(-2), MO == weekday(0), MO(1) == MO, relativedelta(weekday=MO) == relativedelta(weekday=MO(1)), relativedelta(weekday=2))
for make in [lambda: relativedelta(years=1.5), lambda: relativedelta(1, 2), lambda: weekday(0, 0), lambda: relativedelta(days=1) + 5, lambda: relativedelta(yearday=400), lambda: relativedelta(days=1) - 5]:
    try:
        print(make())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
#> 2024-02-29 2022-11-30 10:30:00 2024-01-01 00:30:00 2024-02-01 01:00:00 2024-02-02 10:30:00 2024-01-29 10:30:00 2024-01-26 10:30:00 2020-02-29 2024-02-29 10:30:00 2024-03-01 10:30:00
#> relativedelta(months=+3) relativedelta(years=+3, months=+11, days=+1, hours=+23, minutes=+30) relativedelta(years=-4, months=-2, days=-1) relativedelta(hours=+10, minutes=+30)
#> relativedelta(days=+1, minutes=-1) relativedelta(years=+1, months=+2) 2 relativedelta(days=+1, hours=+14) relativedelta() False True
#> relativedelta(days=+3, hour=3) relativedelta(days=-1, hour=3) relativedelta(months=-2, days=-1) relativedelta(days=+1) relativedelta(days=+6) relativedelta(days=+1) relativedelta(hours=+2) relativedelta(days=+2, hours=+6) True True
#> MO MO(+1) FR(-2) True False True relativedelta(weekday=WE)
#> ValueError: Non-integer years and months are ambiguous and not currently supported.
#> TypeError: relativedelta only diffs datetime/date
#> MO
#> TypeError: unsupported operand type(s) for +: 'relativedelta' and 'int'
#> ValueError: invalid year day (400)
#> TypeError: unsupported operand type(s) for -: 'relativedelta' and 'int'
---
import dateutil
import dateutil.parser as p
print(dateutil.parser is p, dateutil.parser.parse("2024-05-06"), dateutil.relativedelta.relativedelta(days=1), hasattr(dateutil, "nothing"))
from dateutil.utils import within_delta, default_tzinfo
import datetime
print(within_delta(datetime.datetime(2024, 1, 1), datetime.datetime(2024, 1, 2), datetime.timedelta(days=1)), default_tzinfo(datetime.datetime(2024, 1, 1), dateutil.tz.UTC))
#> True 2024-05-06 00:00:00 relativedelta(days=+1) False
#> True 2024-01-01 00:00:00+00:00
---
from dateutil import parser
def read(*texts):
    for text in texts:
        try:
            print(repr(parser.parse(text)))
        except Exception as error:
            print(type(error).__name__, error)
read("2024-05-06 07:08:09", "2024-05-06T07:08:09", "2024-05-06 07:08:09.1", "2024-05-06 07:08:09.123456789", "0001-01-01 00:00:00", "9999-12-31T23:59:59.999999999")
read("2024-13-01 00:00:00", "2024-02-30 00:00:00", "2024-05-06 24:00:00", "2024-05-06 07:60:00", "2024-05-06 07:08:61", "0000-01-01 00:00:00", "2024-00-01 00:00:00")
read("2024-05-06 07:08:09.", "2024-05-06 07:08:09.1234567890", "2024-05-06 07:08:09\n", "2024-05-06  07:08:09", "2024-05-06t07:08:09", "2024-05-06 07:08:09,5")
#> datetime.datetime(2024, 5, 6, 7, 8, 9)
#> datetime.datetime(2024, 5, 6, 7, 8, 9)
#> datetime.datetime(2024, 5, 6, 7, 8, 9, 100000)
#> datetime.datetime(2024, 5, 6, 7, 8, 9, 123456)
#> datetime.datetime(1, 1, 1, 0, 0)
#> datetime.datetime(9999, 12, 31, 23, 59, 59, 999999)
#> ParserError month must be in 1..12: 2024-13-01 00:00:00
#> ParserError day is out of range for month: 2024-02-30 00:00:00
#> ParserError hour must be in 0..23: 2024-05-06 24:00:00
#> ParserError minute must be in 0..59: 2024-05-06 07:60:00
#> ParserError second must be in 0..59: 2024-05-06 07:08:61
#> ParserError year 0 is out of range: 0000-01-01 00:00:00
#> ParserError month must be in 1..12: 2024-00-01 00:00:00
#> datetime.datetime(2024, 5, 6, 7, 8, 9)
#> datetime.datetime(2024, 5, 6, 7, 8, 9, 123456)
#> datetime.datetime(2024, 5, 6, 7, 8, 9)
#> datetime.datetime(2024, 5, 6, 7, 8, 9)
#> datetime.datetime(2024, 5, 6, 7, 8, 9)
#> datetime.datetime(2024, 5, 6, 7, 8, 9, 500000)
