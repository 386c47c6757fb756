from .... import a
from a import *
"doc"
from __future__ import division, print_function
from __future__ import annotations
import x
def f(a):
    def g():
        def h():
            nonlocal a
        a = 1
def f():
    def g():
        nonlocal a
        def h():
            nonlocal a
    a = 1
def f():
    class A:
        nonlocal b
        b = 1
    b = 2
class A:
    def f(self):
        nonlocal __class__
        __class__ = 1
def f():
    return a, *b
raise a from b
if a:
    b
elif c:
    d
elif e: f
else:
    g
if a:
    b
else:
    if c:
        d
    else:
        e
if a: b; c
if a := b: pass
while a:
    break
else:
    pass
for a, in b: pass
for *a, b in c, d: continue
else: pass
for a[0], (b, [c]) in d: pass
for x in *a, b: pass
for x in lambda: y: pass
with a as b, c as d: pass
with a as (b, c): pass
with a as b.c, d as e[0]: pass
with (a, b): pass
with (a as b, c as d,): pass
with (a,): pass
