if a
    b
if a:
b
if a:
else: pass
if a: pass
else if b: pass
  a
a
  b
if a:
    b
  c
for x y: pass
for 1 in x: pass
for x in *a: pass
with a as 1: pass
with (a as b, c as d) as e: pass
try: pass
try:
    pass
else:
    pass
try: pass
except: pass
except A: pass
try: pass
except A: pass
except* B: pass
try: pass
except*: pass
try: pass
except A, B: pass
try: pass
finally: pass
except: pass
raise a, b
print "a"
exec "a"
import a.
from a import b,
