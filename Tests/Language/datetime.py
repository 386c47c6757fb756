from datetime import datetime, date, time, timedelta, timezone, tzinfo
def attempt(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
for text in ["2024-01-31", "20240131", "2024-W05-3", "2024W053", "2024-W05", "2024W05", "2024-01-31T10", "2024-01-31T10:20", "2024-01-31 10:20:30", "2024-01-31T10:20:30.5", "2024-01-31T10:20:30,123456789", "2024-01-31T10:20:30Z", "2024-01-31T10:20:30+01:00", "2024-01-31T10:20:30-01:30:15.000001", "20240131T102030+0100", "2024-01-31x10", "2024-01-31T", "2024-01-31T1", "2024-01-31T10:", "2024-13-01", "2024-01-32", "2024-01-31T24:00", "2024-01-31T10:20:30+24:00", "2024-1-31", "", "x", "2024-W54-1", "2024-01-31T10:2030", "2024-01-31T10:20:30z"]:
    attempt(datetime.fromisoformat, text)
    attempt(date.fromisoformat, text)
for text in ["10", "10:20", "T10:20", "102030", "10:20:30.123", "10:20+01:00", "25:00", "1", ""]:
    attempt(time.fromisoformat, text)
attempt(datetime.fromisoformat, 5)
#> datetime.datetime(2024, 1, 31, 0, 0)
#> datetime.date(2024, 1, 31)
#> datetime.datetime(2024, 1, 31, 0, 0)
#> datetime.date(2024, 1, 31)
#> datetime.datetime(2024, 1, 31, 0, 0)
#> datetime.date(2024, 1, 31)
#> datetime.datetime(2024, 1, 31, 0, 0)
#> datetime.date(2024, 1, 31)
#> datetime.datetime(2024, 1, 29, 0, 0)
#> datetime.date(2024, 1, 29)
#> datetime.datetime(2024, 1, 29, 0, 0)
#> datetime.date(2024, 1, 29)
#> datetime.datetime(2024, 1, 31, 10, 0)
#> ValueError: Invalid isoformat string: '2024-01-31T10'
#> datetime.datetime(2024, 1, 31, 10, 20)
#> ValueError: Invalid isoformat string: '2024-01-31T10:20'
#> datetime.datetime(2024, 1, 31, 10, 20, 30)
#> ValueError: Invalid isoformat string: '2024-01-31 10:20:30'
#> datetime.datetime(2024, 1, 31, 10, 20, 30, 500000)
#> ValueError: Invalid isoformat string: '2024-01-31T10:20:30.5'
#> datetime.datetime(2024, 1, 31, 10, 20, 30, 123456)
#> ValueError: Invalid isoformat string: '2024-01-31T10:20:30,123456789'
#> datetime.datetime(2024, 1, 31, 10, 20, 30, tzinfo=datetime.timezone.utc)
#> ValueError: Invalid isoformat string: '2024-01-31T10:20:30Z'
#> datetime.datetime(2024, 1, 31, 10, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=3600)))
#> ValueError: Invalid isoformat string: '2024-01-31T10:20:30+01:00'
#> datetime.datetime(2024, 1, 31, 10, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=80984, microseconds=999999)))
#> ValueError: Invalid isoformat string: '2024-01-31T10:20:30-01:30:15.000001'
#> datetime.datetime(2024, 1, 31, 10, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=3600)))
#> ValueError: Invalid isoformat string: '20240131T102030+0100'
#> datetime.datetime(2024, 1, 31, 10, 0)
#> ValueError: Invalid isoformat string: '2024-01-31x10'
#> ValueError: Invalid isoformat string: '2024-01-31T'
#> ValueError: Invalid isoformat string: '2024-01-31T'
#> ValueError: Invalid isoformat string: '2024-01-31T1'
#> ValueError: Invalid isoformat string: '2024-01-31T1'
#> ValueError: Invalid isoformat string: '2024-01-31T10:'
#> ValueError: Invalid isoformat string: '2024-01-31T10:'
#> ValueError: month must be in 1..12
#> ValueError: month must be in 1..12
#> ValueError: day is out of range for month
#> ValueError: day is out of range for month
#> ValueError: hour must be in 0..23
#> ValueError: Invalid isoformat string: '2024-01-31T24:00'
#> ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
#> ValueError: Invalid isoformat string: '2024-01-31T10:20:30+24:00'
#> ValueError: Invalid isoformat string: '2024-1-31'
#> ValueError: Invalid isoformat string: '2024-1-31'
#> ValueError: Invalid isoformat string: ''
#> ValueError: Invalid isoformat string: ''
#> ValueError: Invalid isoformat string: 'x'
#> ValueError: Invalid isoformat string: 'x'
#> ValueError: Invalid isoformat string: '2024-W54-1'
#> ValueError: Invalid isoformat string: '2024-W54-1'
#> ValueError: Invalid isoformat string: '2024-01-31T10:2030'
#> ValueError: Invalid isoformat string: '2024-01-31T10:2030'
#> ValueError: Invalid isoformat string: '2024-01-31T10:20:30z'
#> ValueError: Invalid isoformat string: '2024-01-31T10:20:30z'
#> datetime.time(10, 0)
#> datetime.time(10, 20)
#> datetime.time(10, 20)
#> datetime.time(10, 20, 30)
#> datetime.time(10, 20, 30, 123000)
#> datetime.time(10, 20, tzinfo=datetime.timezone(datetime.timedelta(seconds=3600)))
#> ValueError: hour must be in 0..23
#> ValueError: Invalid isoformat string: '1'
#> ValueError: Invalid isoformat string: ''
#> TypeError: fromisoformat: argument must be str
---
from datetime import datetime
def attempt(text, format):
    try:
        print(repr(datetime.strptime(text, format)))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
attempt("2024-01-31 10:20:30", "%Y-%m-%d %H:%M:%S")
attempt("2024-01-31T10:20:30.123Z", "%Y-%m-%dT%H:%M:%S.%fZ")
attempt("2024-01-31T10:20:30.123Z", "%Y-%m-%dT%H:%M:%SZ")
attempt("2024-01-31T10:20:30Z", "%Y-%m-%dT%H:%M:%S%z")
attempt("2024-01-31T10:20:30+0530", "%Y-%m-%dT%H:%M:%S%z")
attempt("2024-01-31T10:20:30-05:30:10.5", "%Y-%m-%dT%H:%M:%S%z")
attempt("31/Jan/2024:10:20:30 +0000", "%d/%b/%Y:%H:%M:%S %z")
attempt("Wed Jan 31 10:20:30 2024", "%c")
attempt("wednesday january 1 99", "%A %B %d %y")
attempt("01/31/24 10:20:30", "%x %X")
attempt("12 am", "%I %p")
attempt("12 PM", "%I %p")
attempt("111", "%d%m")
attempt("2024 031", "%Y %j")
attempt("2024 05 3", "%Y %U %w")
attempt("2024 05 3", "%Y %W %w")
attempt("2024 05 3", "%G %V %u")
attempt("2024 05", "%G %V")
attempt("2024 05 3", "%Y %V %u")
attempt("05", "%V")
attempt("2024 5 5", "%G %j %d")
attempt("Feb 29", "%b %d")
attempt("2023-02-29", "%Y-%m-%d")
attempt("2024-01-31 x", "%Y-%m-%d")
attempt("2024", "%Y%")
attempt("2024", "%Q")
attempt("100%", "%j%%")
attempt("2024-01-31   10", "%Y-%m-%d %H")
attempt("61", "%S")
attempt("60", "%S")
attempt("UTC", "%Z")
attempt("GMT +0000", "%Z %z")
attempt("EST", "%Z")
attempt("", "")
attempt(5, "%Y")
attempt("5", None)
attempt("+01:0000", "%z")
#> datetime.datetime(2024, 1, 31, 10, 20, 30)
#> datetime.datetime(2024, 1, 31, 10, 20, 30, 123000)
#> ValueError: time data '2024-01-31T10:20:30.123Z' does not match format '%Y-%m-%dT%H:%M:%SZ'
#> datetime.datetime(2024, 1, 31, 10, 20, 30, tzinfo=datetime.timezone.utc)
#> datetime.datetime(2024, 1, 31, 10, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))
#> datetime.datetime(2024, 1, 31, 10, 20, 30, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=66589, microseconds=500000)))
#> datetime.datetime(2024, 1, 31, 10, 20, 30, tzinfo=datetime.timezone.utc)
#> datetime.datetime(2024, 1, 31, 10, 20, 30)
#> datetime.datetime(1999, 1, 1, 0, 0)
#> datetime.datetime(2024, 1, 31, 10, 20, 30)
#> datetime.datetime(1900, 1, 1, 0, 0)
#> datetime.datetime(1900, 1, 1, 12, 0)
#> datetime.datetime(1900, 1, 11, 0, 0)
#> datetime.datetime(2024, 1, 31, 0, 0)
#> datetime.datetime(2024, 2, 7, 0, 0)
#> datetime.datetime(2024, 1, 31, 0, 0)
#> datetime.datetime(2024, 1, 31, 0, 0)
#> ValueError: ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').
#> ValueError: ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.
#> ValueError: ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').
#> ValueError: ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').
#> ValueError: day is out of range for month
#> ValueError: day is out of range for month
#> ValueError: unconverted data remains:  x
#> ValueError: stray % in format '%Y%'
#> ValueError: 'Q' is a bad directive in format '%Q'
#> datetime.datetime(1900, 4, 10, 0, 0)
#> datetime.datetime(2024, 1, 31, 10, 0)
#> ValueError: second must be in 0..59
#> ValueError: second must be in 0..59
#> datetime.datetime(1900, 1, 1, 0, 0)
#> datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(0), 'GMT'))
#> ValueError: time data 'EST' does not match format '%Z'
#> datetime.datetime(1900, 1, 1, 0, 0)
#> TypeError: strptime() argument 1 must be str, not int
#> TypeError: strptime() argument 2 must be str, not None
#> ValueError: Inconsistent use of : in +01:0000
---
from datetime import datetime, date, time, timedelta, timezone
d = datetime(2024, 1, 31, 14, 5, 9, 123456)
for f in ["%Y-%m-%d", "%a %A %b %B", "%d %-d %e %_d %3d", "%H %I %-H %-I %k %l", "%j %U %W %V %G %g %u %w", "%p %P %#p %^a %^B", "%y %C %Y %5Y", "%c|%x|%X|%D|%F|%R|%T|%r", "%s %f %z %Z", "%%|%n|%t|%Q|%", "%-m/%-d/%y", "%10F|%-5d|%05d|%_5d", ""]:
    print(repr(d.strftime(f)))
    print(repr(d.replace(tzinfo=timezone(timedelta(hours=-5, minutes=-30))).strftime(f)))
print(date(999, 3, 4).strftime("%Y-%m-%d %y"), time(1, 2, 3).strftime("%Y %H:%M:%S.%f"))
print(f"{d:%Y/%m/%d}", "{:%H:%M}".format(d), f"{d}", format(date(2024, 2, 3), "%d.%m."))
#> '2024-01-31'
#> '2024-01-31'
#> 'Wed Wednesday Jan January'
#> 'Wed Wednesday Jan January'
#> '31 31 31 31 031'
#> '31 31 31 31 031'
#> '14 02 14 2 14  2'
#> '14 02 14 2 14  2'
#> '031 04 05 05 2024 24 3 3'
#> '031 04 05 05 2024 24 3 3'
#> 'PM pm pm WED JANUARY'
#> 'PM pm pm WED JANUARY'
#> '24 20 2024 02024'
#> '24 20 2024 02024'
#> 'Wed Jan 31 14:05:09 2024|01/31/24|14:05:09|01/31/24|2024-01-31|14:05|14:05:09|02:05:09 PM'
#> 'Wed Jan 31 14:05:09 2024|01/31/24|14:05:09|01/31/24|2024-01-31|14:05|14:05:09|02:05:09 PM'
#> '1706709909 123456  '
#> '1706709909 123456 -0530 UTC-05:30'
#> '%|\n|\t|%Q|%'
#> '%|\n|\t|%Q|%'
#> '1/31/24'
#> '1/31/24'
#> '2024-01-31|   31|00031|   31'
#> '2024-01-31|   31|00031|   31'
#> ''
#> ''
#> 999-03-04 99 1900 01:02:03.000000
#> 2024/01/31 14:05 2024-01-31 14:05:09.123456 03.02.
---
from datetime import datetime, date, time, timedelta, timezone
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
attempt(lambda: datetime(2024, 1, 31) + timedelta(days=1, hours=2))
attempt(lambda: datetime(2024, 1, 31) - datetime(2023, 1, 31, 1))
attempt(lambda: datetime(2024, 1, 31) - timedelta(microseconds=1))
attempt(lambda: timedelta(1) + datetime(2024, 1, 31))
attempt(lambda: date(2024, 3, 1) - timedelta(days=1))
attempt(lambda: date(2024, 3, 1) - date(2024, 2, 1))
attempt(lambda: datetime.max + timedelta(1))
attempt(lambda: datetime.min - timedelta(1))
attempt(lambda: date.max + timedelta(1))
attempt(lambda: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=timezone.utc))
attempt(lambda: datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=timezone.utc))
attempt(lambda: datetime(2024, 1, 1) == datetime(2024, 1, 1, tzinfo=timezone.utc))
attempt(lambda: datetime(2024, 1, 1) < date(2024, 1, 1))
attempt(lambda: datetime(2024, 1, 1) == date(2024, 1, 1))
attempt(lambda: datetime(2024, 1, 1, 5, tzinfo=timezone(timedelta(hours=5))) == datetime(2024, 1, 1, tzinfo=timezone.utc))
attempt(lambda: datetime(0, 1, 1))
attempt(lambda: datetime(2024, 13, 1))
attempt(lambda: datetime(2023, 2, 29))
attempt(lambda: datetime(2024, 1, 1, 24))
attempt(lambda: datetime(2024, 1, 1, 0, 60))
attempt(lambda: datetime(2024, 1, 1, 0, 0, 60))
attempt(lambda: datetime(2024, 1, 1, 0, 0, 0, 1000000))
attempt(lambda: datetime("2024", 1, 1))
attempt(lambda: datetime(2024, 1, 1, tzinfo=5))
attempt(lambda: datetime(2024, 1, 1, fold=2))
attempt(lambda: datetime.fromtimestamp(1700000000))
attempt(lambda: datetime.fromtimestamp(1700000000.123456, tz=timezone.utc))
attempt(lambda: datetime.utcfromtimestamp(-1.5))
attempt(lambda: datetime.fromtimestamp(1e12, timezone.utc))
attempt(lambda: datetime.fromtimestamp(float("nan")))
attempt(lambda: datetime.fromtimestamp("5"))
attempt(lambda: datetime(2024, 1, 31, tzinfo=timezone.utc).timestamp())
attempt(lambda: datetime(2024, 1, 31, tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=2))))
attempt(lambda: datetime.combine(date(2024, 1, 31), time(1, 2)))
attempt(lambda: datetime(2024, 1, 31).isocalendar()[1])
attempt(lambda: datetime(2024, 1, 31, 5).date())
attempt(lambda: datetime(2024, 1, 31, 5, 6).time())
attempt(lambda: datetime(2024, 1, 31).replace(year=2023, tzinfo=timezone.utc))
attempt(lambda: datetime(2024, 1, 31, 5, 6, 7, 8).isoformat(" ", "milliseconds"))
attempt(lambda: datetime(2024, 1, 31).isoformat(timespec="minutes"))
attempt(lambda: datetime(2024, 1, 31).isoformat(timespec="x"))
attempt(lambda: datetime(2024, 1, 31).ctime())
attempt(lambda: datetime(2024, 1, 31).timetuple()[:8])
attempt(lambda: datetime(2024, 1, 31).weekday())
attempt(lambda: isinstance(datetime(2024, 1, 1), date))
attempt(lambda: timezone(timedelta(hours=25)))
attempt(lambda: timezone(5))
attempt(lambda: timezone(timedelta(hours=1)))
attempt(lambda: str(timezone(timedelta(hours=-1, minutes=-30))))
attempt(lambda: timezone.utc)
attempt(lambda: datetime(2024, 1, 1, tzinfo=timezone.utc))
attempt(lambda: str(datetime(2024, 1, 1, 1, 1, 1, 1, tzinfo=timezone.utc)))
attempt(lambda: date.fromordinal(0))
attempt(lambda: date.fromisocalendar(2024, 54, 1))
attempt(lambda: date.fromisocalendar(2020, 53, 7))
attempt(lambda: {date(2024, 1, 1): 1}[date(2024, 1, 1)])
#> datetime.datetime(2024, 2, 1, 2, 0)
#> datetime.timedelta(days=364, seconds=82800)
#> datetime.datetime(2024, 1, 30, 23, 59, 59, 999999)
#> datetime.datetime(2024, 2, 1, 0, 0)
#> datetime.date(2024, 2, 29)
#> datetime.timedelta(days=29)
#> OverflowError: date value out of range
#> OverflowError: date value out of range
#> OverflowError: date value out of range
#> TypeError: can't subtract offset-naive and offset-aware datetimes
#> TypeError: can't compare offset-naive and offset-aware datetimes
#> False
#> TypeError: can't compare datetime.datetime to datetime.date
#> False
#> True
#> ValueError: year 0 is out of range
#> ValueError: month must be in 1..12
#> ValueError: day is out of range for month
#> ValueError: hour must be in 0..23
#> ValueError: minute must be in 0..59
#> ValueError: second must be in 0..59
#> ValueError: microsecond must be in 0..999999
#> TypeError: 'str' object cannot be interpreted as an integer
#> TypeError: tzinfo argument must be None or of a tzinfo subclass, not type 'int'
#> ValueError: fold must be either 0 or 1
#> datetime.datetime(2023, 11, 14, 22, 13, 20)
#> datetime.datetime(2023, 11, 14, 22, 13, 20, 123456, tzinfo=datetime.timezone.utc)
#> datetime.datetime(1969, 12, 31, 23, 59, 58, 500000)
#> ValueError: year 33658 is out of range
#> ValueError: Invalid value NaN (not a number)
#> TypeError: 'str' object cannot be interpreted as an integer
#> 1706659200.0
#> datetime.datetime(2024, 1, 31, 2, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
#> datetime.datetime(2024, 1, 31, 1, 2)
#> 5
#> datetime.date(2024, 1, 31)
#> datetime.time(5, 6)
#> datetime.datetime(2023, 1, 31, 0, 0, tzinfo=datetime.timezone.utc)
#> '2024-01-31 05:06:07.000'
#> '2024-01-31T00:00'
#> ValueError: Unknown timespec value
#> 'Wed Jan 31 00:00:00 2024'
#> (2024, 1, 31, 0, 0, 0, 2, 31)
#> 2
#> True
#> ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1, seconds=3600).
#> TypeError: timezone() argument 1 must be datetime.timedelta, not int
#> datetime.timezone(datetime.timedelta(seconds=3600))
#> 'UTC-01:30'
#> datetime.timezone.utc
#> datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
#> '2024-01-01 01:01:01.000001+00:00'
#> ValueError: ordinal must be >= 1
#> ValueError: Invalid week: 54
#> datetime.date(2021, 1, 3)
#> 1
---
from datetime import timedelta
def attempt(f):
    try:
        r = f()
        print(repr(r), str(r))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
attempt(lambda: timedelta(1, 2, 3, 4, 5, 6, 7))
attempt(lambda: timedelta(days=-1, seconds=1))
attempt(lambda: timedelta(microseconds=-1))
attempt(lambda: timedelta(hours=1.5))
attempt(lambda: timedelta(microseconds=0.5))
attempt(lambda: timedelta(microseconds=1.5))
attempt(lambda: timedelta(days=0.1, hours=0.1))
attempt(lambda: timedelta(days=1000000000))
attempt(lambda: timedelta(days="1"))
attempt(lambda: timedelta(days=float("inf")))
attempt(lambda: timedelta(days=float("nan")))
attempt(lambda: timedelta(hours=25) / 2)
attempt(lambda: timedelta(hours=25) // timedelta(hours=2))
attempt(lambda: timedelta(hours=25) / timedelta(hours=2))
attempt(lambda: timedelta(hours=25) % timedelta(hours=2))
attempt(lambda: timedelta(1) * 2.5)
attempt(lambda: 3 * timedelta(seconds=1))
attempt(lambda: timedelta(1) / 0)
attempt(lambda: timedelta(1) / 0.3)
attempt(lambda: timedelta(1) // 7)
attempt(lambda: -timedelta(1, 1))
attempt(lambda: timedelta(1).total_seconds())
attempt(lambda: timedelta(microseconds=1).total_seconds())
attempt(lambda: timedelta.max)
attempt(lambda: timedelta.max + timedelta.resolution)
attempt(lambda: timedelta(1) < timedelta(2))
attempt(lambda: bool(timedelta(0)))
attempt(lambda: timedelta(hours=25).seconds)
attempt(lambda: timedelta(days=1) == timedelta(hours=24))
#> datetime.timedelta(days=50, seconds=21902, microseconds=4003) 50 days, 6:05:02.004003
#> datetime.timedelta(days=-1, seconds=1) -1 day, 0:00:01
#> datetime.timedelta(days=-1, seconds=86399, microseconds=999999) -1 day, 23:59:59.999999
#> datetime.timedelta(seconds=5400) 1:30:00
#> datetime.timedelta(0) 0:00:00
#> datetime.timedelta(microseconds=2) 0:00:00.000002
#> datetime.timedelta(seconds=9000) 2:30:00
#> OverflowError: days=1000000000; must have magnitude <= 999999999
#> TypeError: unsupported type for timedelta days component: str
#> OverflowError: cannot convert float infinity to integer
#> ValueError: cannot convert float NaN to integer
#> datetime.timedelta(seconds=45000) 12:30:00
#> 12 12
#> 12.5 12.5
#> datetime.timedelta(seconds=3600) 1:00:00
#> datetime.timedelta(days=2, seconds=43200) 2 days, 12:00:00
#> datetime.timedelta(seconds=3) 0:00:03
#> ZeroDivisionError: integer division or modulo by zero
#> datetime.timedelta(days=3, seconds=28800) 3 days, 8:00:00
#> datetime.timedelta(seconds=12342, microseconds=857142) 3:25:42.857142
#> datetime.timedelta(days=-2, seconds=86399) -2 days, 23:59:59
#> 86400.0 86400.0
#> 1e-06 1e-06
#> datetime.timedelta(days=999999999, seconds=86399, microseconds=999999) 999999999 days, 23:59:59.999999
#> OverflowError: days=1000000000; must have magnitude <= 999999999
#> True True
#> False False
#> 3600 3600
#> True True
---
import datetime
print(abs(datetime.timedelta(-1, 5)), abs(datetime.timedelta(2)), datetime.datetime.fromordinal(738000), datetime.date.fromordinal(738000), datetime.datetime.fromisocalendar(2024, 1, 1), type(datetime.datetime.fromordinal(1)).__name__)
for make in [lambda: datetime.date(2**31, 1, 1), lambda: datetime.date(-2**31 - 1, 1, 1), lambda: datetime.date(2**64, 1, 1), lambda: datetime.date(2**31 - 1, 1, 1), lambda: datetime.datetime(2024, 1, 1, 2**31), lambda: datetime.datetime(2024, 1, 1).replace(year=2**40), lambda: datetime.date(1.5, 1, 1), lambda: datetime.datetime.fromordinal(0), lambda: datetime.time(fold=2)]:
    try:
        print(make())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
#> 23:59:55 2 days, 0:00:00 2021-07-29 00:00:00 2021-07-29 2024-01-01 00:00:00 datetime
#> OverflowError: signed integer is greater than maximum
#> OverflowError: signed integer is less than minimum
#> OverflowError: Python int too large to convert to C long
#> ValueError: year 2147483647 is out of range
#> OverflowError: signed integer is greater than maximum
#> OverflowError: signed integer is greater than maximum
#> TypeError: 'float' object cannot be interpreted as an integer
#> ValueError: ordinal must be >= 1
#> ValueError: fold must be either 0 or 1
