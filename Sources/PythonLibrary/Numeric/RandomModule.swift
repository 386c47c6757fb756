package import PythonRuntime

/// `random`, written in the dialect.
package enum RandomModule {
    package static let module = NativeModule(
        "random",
        "Numbers by chance, from a seed that is given from outside.",
        functions: [
            NativeFunction("_environment_seed()", "The seed that was given from outside.") {
                (machine: inout Machine, _) throws(Raised) in
                .int(Int64(truncatingIfNeeded: machine.environment.randomSeed >> 1))
            }
        ],
        body: ModuleBody(program)
    )

    private static let program = #"""
        from itertools import accumulate
        from math import ceil, cos, exp, floor, isfinite, log, pi, sin, sqrt
        import math
        from bisect import bisect
        from collections.abc import Sequence
        from hashlib import sha512
        from operator import index

        __all__ = [
            "Random", "SystemRandom", "choice", "choices", "expovariate", "gauss", "getrandbits",
            "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random", "randrange", "sample",
            "seed", "setstate", "shuffle", "triangular", "uniform", "weibullvariate",
        ]

        _MASK = 0xFFFFFFFF


        class Random:
            """Numbers by chance: MT19937, so that a seed gives the same as in CPython."""

            VERSION = 3

            def __init__(self, x=None):
                self.gauss_next = None
                self.seed(x)

            def seed(self, a=None, version=2):
                """Starts anew from a number, a text, or None for the seed that was given from outside."""
                if a is None:
                    a = _environment_seed()
                elif isinstance(a, (str, bytes)):
                    if isinstance(a, str):
                        a = a.encode()
                    a = int.from_bytes(a + sha512(a).digest(), "big")
                elif isinstance(a, float):
                    a = hash(a)
                elif not isinstance(a, int):
                    raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
                self._start(abs(a))
                self.gauss_next = None

            def _start(self, number):
                key = []
                while number:
                    key.append(number & _MASK)
                    number >>= 32
                key = key or [0]
                state = [19650218]
                for i in range(1, 624):
                    state.append((1812433253 * (state[-1] ^ (state[-1] >> 30)) + i) & _MASK)
                i, j = 1, 0
                for _ in range(max(624, len(key))):
                    state[i] = ((state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1664525)) + key[j] + j) & _MASK
                    i, j = i + 1, j + 1
                    if i >= 624:
                        state[0] = state[623]
                        i = 1
                    if j >= len(key):
                        j = 0
                for _ in range(623):
                    state[i] = ((state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) * 1566083941)) - i) & _MASK
                    i += 1
                    if i >= 624:
                        state[0] = state[623]
                        i = 1
                state[0] = 0x80000000
                self._state = state
                self._index = 624

            def _twist(self):
                state = self._state
                for i in range(624):
                    mixed = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7FFFFFFF)
                    state[i] = state[(i + 397) % 624] ^ (mixed >> 1) ^ (0x9908B0DF if mixed & 1 else 0)
                self._index = 0

            def _word(self):
                if self._index >= 624:
                    self._twist()
                word = self._state[self._index]
                self._index += 1
                word ^= word >> 11
                word ^= (word << 7) & 0x9D2C5680
                word ^= (word << 15) & 0xEFC60000
                return word ^ (word >> 18)

            def getstate(self):
                """What it would go on from."""
                return self.VERSION, tuple(self._state) + (self._index,), self.gauss_next

            def setstate(self, state):
                """Goes on from there."""
                version, words, self.gauss_next = state
                if version != 3:
                    raise ValueError(f"state with version {version} passed to Random.setstate() of version {self.VERSION}")
                self._state = list(words[:-1])
                self._index = words[-1]

            def random(self):
                """A float from 0 to 1, without 1."""
                high, low = self._word() >> 5, self._word() >> 6
                return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0)

            def getrandbits(self, k, /):
                """An int of so many bits."""
                if k < 0:
                    raise ValueError("number of bits must be non-negative")
                result = 0
                shift = 0
                while k > 0:
                    word = self._word()
                    if k < 32:
                        word >>= 32 - k
                    result |= word << shift
                    shift += 32
                    k -= 32
                return result

            def randbytes(self, n):
                """So many bytes."""
                return self.getrandbits(n * 8).to_bytes(n, "little")

            def _randbelow(self, n):
                bits = n.bit_length()
                number = self.getrandbits(bits)
                while number >= n:
                    number = self.getrandbits(bits)
                return number

            def randrange(self, start, stop=None, step=1):
                """An element of a range."""
                first = index(start)
                if stop is None:
                    if step != 1:
                        raise TypeError("Missing a non-None stop argument")
                    if first > 0:
                        return self._randbelow(first)
                    raise ValueError("empty range for randrange()")
                last = index(stop)
                width = last - first
                by = index(step)
                if by == 1:
                    if width > 0:
                        return first + self._randbelow(width)
                    raise ValueError("empty range for randrange() (%d, %d, %d)" % (first, last, width))
                if by == 0:
                    raise ValueError("zero step for randrange()")
                count = (width + by - 1) // by if by > 0 else (width + by + 1) // by
                if count <= 0:
                    raise ValueError("empty range for randrange()")
                return first + by * self._randbelow(count)

            def randint(self, a, b):
                """An int from a to b, both included."""
                return self.randrange(a, b + 1)

            def choice(self, seq):
                """An element."""
                if not len(seq):
                    raise IndexError("Cannot choose from an empty sequence")
                return seq[self._randbelow(len(seq))]

            def shuffle(self, x):
                """Brings a list into any order."""
                for i in reversed(range(1, len(x))):
                    j = self._randbelow(i + 1)
                    x[i], x[j] = x[j], x[i]

            def sample(self, population, k, *, counts=None):
                """So many different elements."""
                if not isinstance(population, Sequence):
                    raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
                n = len(population)
                if counts is not None:
                    sums = list(accumulate(counts))
                    if len(sums) != n:
                        raise ValueError("The number of counts does not match the population")
                    total = sums.pop() if sums else 0
                    if not isinstance(total, int):
                        raise TypeError("Counts must be integers")
                    if total <= 0:
                        raise ValueError("Total of counts must be greater than zero")
                    return [population[bisect(sums, number)] for number in self.sample(range(total), k=k)]
                if not 0 <= k <= n:
                    raise ValueError("Sample larger than population or is negative")
                result = [None] * k
                small = 21
                if k > 5:
                    small += 4 ** ceil(math.log(k * 3, 4))
                if n <= small:
                    pool = list(population)
                    for i in range(k):
                        j = self._randbelow(n - i)
                        result[i] = pool[j]
                        pool[j] = pool[n - i - 1]
                else:
                    taken = set()
                    for i in range(k):
                        j = self._randbelow(n)
                        while j in taken:
                            j = self._randbelow(n)
                        taken.add(j)
                        result[i] = population[j]
                return result

            def choices(self, population, weights=None, *, cum_weights=None, k=1):
                """So many elements, the same ones too, by weights."""
                n = len(population)
                if cum_weights is None:
                    if weights is None:
                        return [population[floor(self.random() * (n + 0.0))] for _ in range(k)]
                    if isinstance(weights, int):
                        raise TypeError(f"The number of choices must be a keyword argument: k={weights!r}")
                    cum_weights = list(accumulate(weights))
                elif weights is not None:
                    raise TypeError("Cannot specify both weights and cumulative weights")
                if len(cum_weights) != n:
                    raise ValueError("The number of weights does not match the population")
                total = cum_weights[-1] + 0.0
                if total <= 0.0:
                    raise ValueError("Total of weights must be greater than zero")
                if not isfinite(total):
                    raise ValueError("Total of weights must be finite")
                return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

            def uniform(self, a, b):
                """A float from a to b."""
                return a + (b - a) * self.random()

            def triangular(self, low=0.0, high=1.0, mode=None):
                """A float from low to high, most often near mode."""
                u = self.random()
                try:
                    c = 0.5 if mode is None else (mode - low) / (high - low)
                except ZeroDivisionError:
                    return low
                if u > c:
                    u, c = 1.0 - u, 1.0 - c
                    low, high = high, low
                return low + (high - low) * sqrt(u * c)

            def normalvariate(self, mu=0.0, sigma=1.0):
                """A float of the normal distribution."""
                while True:
                    u = self.random()
                    v = 1.0 - self.random()
                    z = 4 * exp(-0.5) / sqrt(2.0) * (u - 0.5) / v
                    if z * z / 4.0 <= -log(v):
                        return mu + z * sigma

            def gauss(self, mu=0.0, sigma=1.0):
                """A float of the normal distribution, made in pairs."""
                z, self.gauss_next = self.gauss_next, None
                if z is None:
                    angle = self.random() * 2.0 * pi
                    radius = sqrt(-2.0 * log(1.0 - self.random()))
                    z, self.gauss_next = cos(angle) * radius, sin(angle) * radius
                return mu + z * sigma

            def lognormvariate(self, mu, sigma):
                """e to the power of a normal variate."""
                return exp(self.normalvariate(mu, sigma))

            def expovariate(self, lambd):
                """A float of the exponential distribution."""
                return -log(1.0 - self.random()) / lambd

            def paretovariate(self, alpha):
                """A float of the Pareto distribution."""
                return (1.0 - self.random()) ** (-1.0 / alpha)

            def weibullvariate(self, alpha, beta):
                """A float of the Weibull distribution."""
                return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


        class SystemRandom(Random):
            """The same here: what is random comes from outside."""


        _inst = Random()
        seed = _inst.seed
        random = _inst.random
        uniform = _inst.uniform
        triangular = _inst.triangular
        randint = _inst.randint
        choice = _inst.choice
        randrange = _inst.randrange
        sample = _inst.sample
        shuffle = _inst.shuffle
        choices = _inst.choices
        normalvariate = _inst.normalvariate
        lognormvariate = _inst.lognormvariate
        expovariate = _inst.expovariate
        gauss = _inst.gauss
        paretovariate = _inst.paretovariate
        weibullvariate = _inst.weibullvariate
        getstate = _inst.getstate
        setstate = _inst.setstate
        getrandbits = _inst.getrandbits
        randbytes = _inst.randbytes
        """#
}
