if a and \
   b:
    c
for x in range(10): print(x); y = x
if x:
    pass;
a = b if c else d,
def f():
    global a, b
    a = b = 1
