import random
random.seed(42); print(random.random(), random.randint(1,100), random.choice("abc"), random.sample(range(100),5), random.uniform(1,2), random.gauss(0,1), random.shuffle(x:=list(range(10))), x, random.choices("ab",weights=[1,3],k=5), random.getrandbits(70), random.randbytes(5), random.triangular(), random.expovariate(2), random.normalvariate())
random.seed("text"); print(random.random(), random.Random(1.5).random(), random.Random(b"x").random(), random.Random(-5).random(), random.Random(2**100).random(), random.randrange(5,50,5), random.sample(list(range(1000)),3))
for bad in [lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randint(5,1), lambda: random.sample([1],2), lambda: random.sample({1},1), lambda: random.choices([1],weights=[0])]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
import secrets
print(len(secrets.token_hex(8)), len(secrets.token_bytes()), 0<=secrets.randbelow(5)<5, len(secrets.token_urlsafe(16)))
#> 0.6394267984578837 4 c [35, 31, 28, 17, 94] 1.1024951761715074 -0.07358145350888119 None [3, 5, 2, 4, 1, 8, 7, 0, 6, 9] ['b', 'b', 'b', 'b', 'b'] 1029502280462790787472 b'\x1f\xe7\xa9\x01\xc2' 0.6884067168830559 0.5988949704867426 -0.3245092038415982
#> 0.8711565613554825 0.551763726942059 0.6307877176639078 0.6229016948897019 0.7586581712996778 40 [580, 677, 575]
#> IndexError Cannot choose from an empty sequence
#> ValueError empty range for randrange()
#> ValueError empty range for randrange() (5, 2, -3)
#> ValueError Sample larger than population or is negative
#> TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
#> ValueError Total of weights must be greater than zero
#> 16 32 True 22
