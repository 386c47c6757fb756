from a import (b c)
from a import ()
from . a import b
from import a
import a as b.c
def f: pass
def f(a, a): pass
def f(a=1, b): pass
def f(*): pass
def f(*, **k): pass
def f(*a, *b): pass
def f(**k, a): pass
def f(/): pass
def f(a, /, b, /): pass
def f(*a, /): pass
def f(*a=1): pass
def f(**a=1): pass
def f((a, b)): pass
def f(a=): pass
def f():
pass
lambda a, a: 0
lambda a=1, b: 0
lambda *: 0
lambda
class A
    pass
