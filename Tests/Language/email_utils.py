import email.utils
from email.utils import parseaddr, formataddr, getaddresses, parsedate_to_datetime, format_datetime, parsedate_tz
import datetime
for text in ["Alice <alice@example.com>", "bob@example.com", '"Smith, John" <js@x.org>', "(comment) c@d.e (more)", "<a@b>", "", "nonsense", "a@b, c@d", "Group: x@y, z@w;", '"quo\\"ted" <q@r.s>', "A B C <abc@d.e>", "a@b@c", "x <y@z", "=?utf-8?q?x?= <e@f>"]:
    print(repr(text), parseaddr(text))
print(getaddresses(["A <a@b>, c@d", '"E, F" <e@f>']), formataddr(("A B", "a@b")), formataddr(("A, B", "a@b")), formataddr(("", "a@b")), formataddr(("\u00e9", "a@b")))
for text in ["Mon, 06 May 2024 07:08:09 +0200", "6 May 2024 07:08:09 GMT", "Mon, 06 May 2024 07:08 -0530", "06 May 24 07:08:09 EST", "Mon, 06-May-2024 07:08:09 UTC", "bad", "", "May 6 2024 07:08:09 +0000", "Mon, 06 May 2024 07:08:09 -0000"]:
    try:
        print(repr(text), parsedate_to_datetime(text), parsedate_tz(text))
    except Exception as e:
        print(repr(text), f"{type(e).__name__}: {e}")
print(format_datetime(datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.timezone.utc)), format_datetime(datetime.datetime(2024, 5, 6)), email.utils.formatdate(0), email.utils.formatdate(0, usegmt=True))
#> 'Alice <alice@example.com>' ('Alice', 'alice@example.com')
#> 'bob@example.com' ('', 'bob@example.com')
#> '"Smith, John" <js@x.org>' ('Smith, John', 'js@x.org')
#> '(comment) c@d.e (more)' ('comment more', 'c@d.e')
#> '<a@b>' ('', 'a@b')
#> '' ('', '')
#> 'nonsense' ('', 'nonsense')
#> 'a@b, c@d' ('', 'a@b')
#> 'Group: x@y, z@w;' ('', 'x@y')
#> '"quo\\"ted" <q@r.s>' ('quo"ted', 'q@r.s')
#> 'A B C <abc@d.e>' ('A B C', 'abc@d.e')
#> 'a@b@c' ('', '')
#> 'x <y@z' ('x', 'y@z')
#> '=?utf-8?q?x?= <e@f>' ('=?utf-8?q?x?=', 'e@f')
#> [('A', 'a@b'), ('', 'c@d'), ('E, F', 'e@f')] A B <a@b> "A, B" <a@b> a@b =?utf-8?b?w6k=?= <a@b>
#> 'Mon, 06 May 2024 07:08:09 +0200' 2024-05-06 07:08:09+02:00 (2024, 5, 6, 7, 8, 9, 0, 1, -1, 7200)
#> '6 May 2024 07:08:09 GMT' 2024-05-06 07:08:09+00:00 (2024, 5, 6, 7, 8, 9, 0, 1, -1, 0)
#> 'Mon, 06 May 2024 07:08 -0530' 2024-05-06 07:08:00-05:30 (2024, 5, 6, 7, 8, 0, 0, 1, -1, -19800)
#> '06 May 24 07:08:09 EST' 2024-05-06 07:08:09-05:00 (2024, 5, 6, 7, 8, 9, 0, 1, -1, -18000)
#> 'Mon, 06-May-2024 07:08:09 UTC' 2024-05-06 07:08:09+00:00 (2024, 5, 6, 7, 8, 9, 0, 1, -1, 0)
#> 'bad' ValueError: Invalid date value or format "bad"
#> '' ValueError: Invalid date value or format ""
#> 'May 6 2024 07:08:09 +0000' 2024-05-06 07:08:09+00:00 (2024, 5, 6, 7, 8, 9, 0, 1, -1, 0)
#> 'Mon, 06 May 2024 07:08:09 -0000' 2024-05-06 07:08:09 (2024, 5, 6, 7, 8, 9, 0, 1, -1, 0)
#> Mon, 06 May 2024 07:08:09 +0000 Mon, 06 May 2024 00:00:00 -0000 Thu, 01 Jan 1970 00:00:00 -0000 Thu, 01 Jan 1970 00:00:00 GMT
