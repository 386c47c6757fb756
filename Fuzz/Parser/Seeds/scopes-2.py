def f():
    class a: pass
    global a
def f():
    del a
    global a
[x := 1 for x in y]
[(x := 1) for x in y]
[a for a in (b := c)]
[a for a in b for c in (d := e)]
[a for a in [b for b in (c := d)]]
[[(x := 1) for y in z] for x in w]
[x for x in y if (x := 1)]
class A: [(x := 1) for y in z]
{x: y for x, y in z if (y := 1)}
def f():
    from a import *
class A:
    from a import *
import a
from __future__ import annotations
from __future__ import nothing
from __future__ import braces
from __future__ import *
"a"
"b"
from __future__ import annotations
def f():
    from __future__ import annotations
x = 1; from __future__ import division
