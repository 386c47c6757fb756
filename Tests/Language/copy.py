import copy
a = [1, [2], {"k": [3]}]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(9)
a[2]["k"].append(9)
print(b, c, copy.deepcopy((1, 2)), copy.copy({1}))
a.append(a)
d = copy.deepcopy(a)
print(d[3] is d, len(d))
class P:
    def __init__(self):
        self.v = [1]
p = P()
q, r = copy.copy(p), copy.deepcopy(p)
p.v.append(2)
print(q.v, r.v, type(r) is P)
#> [1, [2, 9], {'k': [3, 9]}] [1, [2], {'k': [3]}] (1, 2) {1}
#> True 4
#> [1, 2] [1] True
