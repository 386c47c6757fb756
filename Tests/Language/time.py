import time
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
g = time.gmtime(1700000000)
print(g, g.tm_year, g[1], tuple(g), len(g))
print(time.strftime("%Y-%m-%dT%H:%M:%SZ", g), time.strftime("%a %b %j", time.gmtime(0)))
attempt(lambda: time.strptime("2024-01-31", "%Y-%m-%d"))
attempt(lambda: time.strptime("x", "%Y"))
attempt(lambda: time.asctime(time.gmtime(0)))
attempt(lambda: time.gmtime("x"))
attempt(lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)))
attempt(lambda: time.strftime("%Y", (2024, 1)))
attempt(lambda: time.struct_time((1, 2)))
print(isinstance(time.time(), float), time.struct_time((2024, 1, 2, 3, 4, 5, 6, 7, 0)))
#> time.struct_time(tm_year=2023, tm_mon=11, tm_mday=14, tm_hour=22, tm_min=13, tm_sec=20, tm_wday=1, tm_yday=318, tm_isdst=0) 2023 11 (2023, 11, 14, 22, 13, 20, 1, 318, 0) 9
#> 2023-11-14T22:13:20Z Thu Jan 001
#> time.struct_time(tm_year=2024, tm_mon=1, tm_mday=31, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=2, tm_yday=31, tm_isdst=-1)
#> ValueError: time data 'x' does not match format '%Y'
#> 'Thu Jan  1 00:00:00 1970'
#> TypeError: 'str' object cannot be interpreted as an integer
#> ValueError: month out of range
#> TypeError: strftime(): illegal time tuple argument
#> TypeError: time.struct_time() takes an at least 9-sequence (2-sequence given)
#> True time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=6, tm_yday=7, tm_isdst=0)
