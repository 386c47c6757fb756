import Testing

/// A module that keeps something from event to event, and what its rule answers on each of four events.
struct KeptState: CustomTestStringConvertible, Sendable {
    var name: String
    var program: String
    var answers: [String]

    init(_ name: String, _ answers: [String], _ program: String) {
        self.name = name
        self.answers = answers
        self.program = program
    }

    var testDescription: String { name }

    static let all: [KeptState] = [
        KeptState(
            "a list of numbers",
            ["1", "2", "3", "4"],
            """
            kept = []
            def rule(event):
                kept.append(len(kept))
                return len(kept)
            """
        ),
        KeptState(
            "parts of the event",
            ["3", "3", "3", "3"],
            """
            kept = {}
            def rule(event):
                kept.setdefault('list', event.get('list'))
                return kept['list'][2]['deep'][0]
            """
        ),
        KeptState(
            "the event itself",
            ["'a margay'", "'a margay'", "'a margay'", "'a margay'"],
            """
            kept = []
            def rule(event):
                kept.append(event)
                return kept[0]['name']
            """
        ),
        KeptState(
            "texts of the event and slices of them",
            ["'a margay|margay'", "'a margay|margay'", "'a margay|margay'", "'a margay|margay'"],
            """
            kept = []
            def rule(event):
                name = event['name']
                kept.append((name, name[2:]))
                return '|'.join(kept[0])
            """
        ),
        KeptState(
            "long texts and many slices of them",
            ["'aaab'", "'aaab'", "'aaab'", "'aaab'"],
            """
            kept = []
            def rule(event):
                text = 'a' * 300 + 'b'
                kept.append([text, text[1:], text[200:], text.encode()])
                return kept[0][1][-4:] if kept[0][1:3] == [text[1:], text[200:]] and kept[0][3] == text.encode() else 'no'
            """
        ),
        KeptState(
            "a generator",
            ["1", "2", "3", "4"],
            """
            numbers = (n + 1 for n in range(9))
            def rule(event):
                return next(numbers)
            """
        ),
        KeptState(
            "a generator of two loops",
            ["(0, 'a')", "(0, 'b')", "(1, 'a')", "(1, 'b')"],
            """
            steps = ((n, letter) for n in range(5) for letter in ['a', 'b'])
            def rule(event):
                return next(steps)
            """
        ),
        KeptState(
            "a generator that has ended",
            ["1", "'end'", "'end'", "'end'"],
            """
            numbers = (n for n in [1])
            def rule(event):
                return next(numbers, 'end')
            """
        ),
        KeptState(
            "an iterator of a dictionary",
            ["'a'", "'b'", "'c'", "'end'"],
            """
            table = {'a': 1, 'b': 2, 'c': 3}
            keys = iter(table)
            def rule(event):
                return next(keys, 'end')
            """
        ),
        KeptState(
            "iterators of iterators",
            ["('1', 0)", "('2', 1)", "('3', 2)", "'end'"],
            """
            pairs = zip(map(str, [1, 2, 3]), (n for n in range(9)))
            def rule(event):
                return next(pairs, 'end')
            """
        ),
        KeptState(
            "an exception",
            ["'KeyError: kept'", "'KeyError: kept'", "'KeyError: kept'", "'KeyError: kept'"],
            """
            kept = []
            def rule(event):
                try:
                    {}['kept']
                except KeyError as error:
                    kept.append(error)
                return f'{type(kept[0]).__name__}: {kept[0].args[0]}'
            """
        ),
        KeptState(
            "a pattern and a match",
            ["('arg', 'arg')", "('arg', 'arg')", "('arg', 'arg')", "('arg', 'arg')"],
            """
            import re
            pattern = re.compile('a(r)g')
            matches = []
            def rule(event):
                matches.append(pattern.search(event['name']))
                return matches[0].group(), pattern.search('xargx').group()
            """
        ),
        KeptState(
            "patterns made in each event",
            ["1", "2", "3", "4"],
            """
            import re
            patterns = []
            def rule(event):
                patterns.append(re.compile('m' + 'a?' * len(patterns)))
                return sum(1 for pattern in patterns if pattern.search(event['name']))
            """
        ),
        KeptState(
            "a bound method",
            ["1", "2", "3", "4"],
            """
            items = []
            add = items.append
            def rule(event):
                add(event['name'])
                return len(items)
            """
        ),
        KeptState(
            "a list that contains itself",
            ["(True, 1)", "(True, 2)", "(True, 3)", "(True, 4)"],
            """
            cyclic = []
            cyclic.append(cyclic)
            def rule(event):
                cyclic[0].append(len(cyclic))
                return cyclic[0][0] is cyclic, cyclic[-1]
            """
        ),
        KeptState(
            "classes and instances of each event",
            ["[0]", "[0, 1]", "[0, 1, 2]", "[0, 1, 2, 3]"],
            """
            kept = []
            def rule(event):
                class Part:
                    number = len(kept)
                    def get(self): return self.number
                kept.append(Part())
                return [part.get() for part in kept]
            """
        ),
        KeptState(
            "closures",
            ["11", "22", "33", "44"],
            """
            def counter():
                n = 0
                def add(by):
                    nonlocal n
                    n += by
                    return n
                return add
            add = counter()
            def rule(event):
                add(1)
                return add(10)
            """
        ),
        KeptState(
            "functions of each event",
            ["0", "1", "2", "3"],
            """
            kept = []
            def rule(event):
                n = len(kept)
                kept.append(lambda extra=[]: n + len(extra))
                return kept[-1]()
            """
        ),
        KeptState(
            "an object with attributes",
            ["1", "2", "3", "4"],
            """
            class Box: pass
            box = Box()
            box.count = 0
            def rule(event):
                box.count += 1
                box.name = event['name']
                return box.count
            """
        ),
        KeptState(
            "big numbers, bytes, ranges, tuples, sets",
            ["1", "2", "3", "4"],
            """
            kept = set()
            def rule(event):
                n = len(kept)
                kept.add((10 ** 30 + n, b'x' * n, range(n), frozenset({n}), 1.5 * n, None, True))
                return sum((10 ** 30 + i, b'x' * i, range(i), frozenset({i}), 1.5 * i, None, True) in kept for i in range(9))
            """
        ),
        KeptState(
            "keys that are equal to themselves alone",
            Array(repeating: "(1, 2, 3, 4, 5, 6, True, True, True)", count: 4),
            """
            class Box:
                def go(self): pass
            box = Box()
            error = ValueError(1)
            plain = object()
            def f(): pass
            table = {box: 1, Box: 2, f: 3, len: 4, int: 5, box.go: 6, error: 7, plain: 8, (box, f): 9}
            items = {box, f, error, plain}
            def rule(event):
                found = table.get(box), table.get(Box), table.get(f), table.get(len), table.get(int), table.get(box.go)
                items.add(Box())
                return *found, box in items and error in items, plain in items, table.get((box, f)) == 9
            """
        ),
        KeptState(
            "a counter of collections",
            ["1", "2", "3", "4"],
            """
            from collections import Counter, defaultdict
            counts = Counter()
            groups = defaultdict(list)
            def rule(event):
                counts[event['name']] += 1
                groups[event['name']].append(counts[event['name']])
                return groups[event['name']][-1]
            """
        ),
        KeptState(
            "a dictionary that loses what it gets",
            ["[0]", "[1]", "[2]", "[3]"],
            """
            table = {}
            count = 0
            def rule(event):
                global count
                table.clear()
                for n in range(20): table[n] = n
                for n in range(20): del table[n]
                table[count] = 1
                count += 1
                return list(table)
            """
        ),
        KeptState(
            "a global that is replaced and deleted",
            ["'new'", "'new'", "'new'", "'new'"],
            """
            def rule(event):
                global word
                try:
                    del word
                except NameError:
                    pass
                word = ''.join(['n', 'ew'])
                return word
            """
        ),
    ]
}
