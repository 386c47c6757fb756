package import PythonRuntime

/// `difflib`, written in the dialect.
package enum DifflibModule {
    package static let module = NativeModule(
        "difflib",
        "How sequences differ, and how alike they are.",
        body: ModuleBody(program + "\n\n" + second)
    )

    private static let program = #"""
        import re
        from collections import namedtuple

        __all__ = [
            "get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK",
            "context_diff", "unified_diff", "Match",
        ]

        Match = namedtuple("Match", "a b size")


        def _ratio(matches, length):
            return 2.0 * matches / length if length else 1.0


        class SequenceMatcher:
            """Compares two sequences: the longest part that both have, then what is left and right of it."""

            def __init__(self, isjunk=None, a="", b="", autojunk=True):
                self.isjunk = isjunk
                self.a = self.b = None
                self.autojunk = autojunk
                self.set_seqs(a, b)

            def set_seqs(self, a, b):
                """Sets both sequences."""
                self.set_seq1(a)
                self.set_seq2(b)

            def set_seq1(self, a):
                """Sets the first sequence."""
                if a is self.a:
                    return
                self.a = a
                self.matching_blocks = self.opcodes = None

            def set_seq2(self, b):
                """Sets the second sequence, which is looked through once for many firsts."""
                if b is self.b:
                    return
                self.b = b
                self.matching_blocks = self.opcodes = self.fullbcount = None
                places = {}
                for index, element in enumerate(b):
                    places.setdefault(element, []).append(index)
                self.bjunk = set()
                if self.isjunk:
                    self.bjunk = {element for element in places if self.isjunk(element)}
                    for element in self.bjunk:
                        del places[element]
                self.bpopular = set()
                # In a long sequence an element that makes up more than a hundredth of it says little.
                if self.autojunk and len(b) >= 200:
                    most = len(b) // 100 + 1
                    self.bpopular = {element for element, found in places.items() if len(found) > most}
                    for element in self.bpopular:
                        del places[element]
                self.b2j = places

            def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
                """The longest block that is in both ranges; of several the first in a, of those the first in b."""
                a, b, places = self.a, self.b, self.b2j
                if ahi is None:
                    ahi = len(a)
                if bhi is None:
                    bhi = len(b)
                first, second, size = alo, blo, 0
                lengths = {}
                for i in range(alo, ahi):
                    longer = {}
                    for j in places.get(a[i], ()):
                        if j < blo:
                            continue
                        if j >= bhi:
                            break
                        length = longer[j] = lengths.get(j - 1, 0) + 1
                        if length > size:
                            first, second, size = i - length + 1, j - length + 1, length
                    lengths = longer
                # First what was left out for being frequent, then junk on either side of a block.
                for is_junk in (False, True):
                    while (
                        first > alo
                        and second > blo
                        and (b[second - 1] in self.bjunk) == is_junk
                        and a[first - 1] == b[second - 1]
                    ):
                        first, second, size = first - 1, second - 1, size + 1
                    while (
                        first + size < ahi
                        and second + size < bhi
                        and (b[second + size] in self.bjunk) == is_junk
                        and a[first + size] == b[second + size]
                    ):
                        size += 1
                return Match(first, second, size)

            def get_matching_blocks(self):
                """All blocks in order, neighbours as one, and an empty one at the end."""
                if self.matching_blocks is not None:
                    return self.matching_blocks
                waiting = [(0, len(self.a), 0, len(self.b))]
                found = []
                while waiting:
                    alo, ahi, blo, bhi = waiting.pop()
                    i, j, size = block = self.find_longest_match(alo, ahi, blo, bhi)
                    if size:
                        found.append(block)
                        if alo < i and blo < j:
                            waiting.append((alo, i, blo, j))
                        if i + size < ahi and j + size < bhi:
                            waiting.append((i + size, ahi, j + size, bhi))
                found.sort()
                blocks = []
                first = second = size = 0
                for i, j, length in found:
                    if first + size == i and second + size == j:
                        size += length
                    else:
                        if size:
                            blocks.append(Match(first, second, size))
                        first, second, size = i, j, length
                if size:
                    blocks.append(Match(first, second, size))
                blocks.append(Match(len(self.a), len(self.b), 0))
                self.matching_blocks = blocks
                return blocks

            def get_opcodes(self):
                """How to make b of a: tag, range of a, range of b."""
                if self.opcodes is not None:
                    return self.opcodes
                i = j = 0
                self.opcodes = opcodes = []
                for first, second, size in self.get_matching_blocks():
                    if i < first and j < second:
                        opcodes.append(("replace", i, first, j, second))
                    elif i < first:
                        opcodes.append(("delete", i, first, j, second))
                    elif j < second:
                        opcodes.append(("insert", i, first, j, second))
                    i, j = first + size, second + size
                    if size:
                        opcodes.append(("equal", first, i, second, j))
                return opcodes

            def get_grouped_opcodes(self, n=3):
                """The opcodes in groups with so many elements around each change."""
                codes = self.get_opcodes()
                if not codes:
                    codes = [("equal", 0, 1, 0, 1)]
                if codes[0][0] == "equal":
                    tag, i1, i2, j1, j2 = codes[0]
                    codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
                if codes[-1][0] == "equal":
                    tag, i1, i2, j1, j2 = codes[-1]
                    codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
                group = []
                for tag, i1, i2, j1, j2 in codes:
                    if tag == "equal" and i2 - i1 > n + n:
                        group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                        yield group
                        group = []
                        i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
                    group.append((tag, i1, i2, j1, j2))
                if group and not (len(group) == 1 and group[0][0] == "equal"):
                    yield group

            def ratio(self):
                """How alike they are, from 0 to 1."""
                return _ratio(sum(block.size for block in self.get_matching_blocks()), len(self.a) + len(self.b))

            def quick_ratio(self):
                """A bound of `ratio` from above, from how often each element occurs."""
                if self.fullbcount is None:
                    self.fullbcount = {}
                    for element in self.b:
                        self.fullbcount[element] = self.fullbcount.get(element, 0) + 1
                left = dict(self.fullbcount)
                matches = 0
                for element in self.a:
                    count = left.get(element, 0)
                    left[element] = count - 1
                    if count > 0:
                        matches += 1
                return _ratio(matches, len(self.a) + len(self.b))

            def real_quick_ratio(self):
                """A bound of `ratio` from above, from the lengths."""
                return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


        def get_close_matches(word, possibilities, n=3, cutoff=0.6):
            """The texts that are most like a word, the best first."""
            if not n > 0:
                raise ValueError("n must be > 0: %r" % (n,))
            if not 0.0 <= cutoff <= 1.0:
                raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
            found = []
            matcher = SequenceMatcher()
            matcher.set_seq2(word)
            for text in possibilities:
                matcher.set_seq1(text)
                if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
                    found.append((matcher.ratio(), text))
            found.sort(reverse=True)
            return [text for _, text in found[:n]]


        class Differ:
            """Compares lines, and the characters of lines that are alike."""

            def __init__(self, linejunk=None, charjunk=None):
                self.linejunk = linejunk
                self.charjunk = charjunk

            def compare(self, a, b):
                """Lines that begin with `- `, `+ `, two spaces, or `? ` for hints."""
                for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
                    if tag == "replace":
                        yield from self._replace(a, alo, ahi, b, blo, bhi)
                    elif tag == "delete":
                        yield from self._dump("-", a, alo, ahi)
                    elif tag == "insert":
                        yield from self._dump("+", b, blo, bhi)
                    else:
                        yield from self._dump(" ", a, alo, ahi)

            def _dump(self, tag, lines, first, end):
                for index in range(first, end):
                    yield f"{tag} {lines[index]}"

            def _plain_replace(self, a, alo, ahi, b, blo, bhi):
                if bhi - blo < ahi - alo:
                    yield from self._dump("+", b, blo, bhi)
                    yield from self._dump("-", a, alo, ahi)
                else:
                    yield from self._dump("-", a, alo, ahi)
                    yield from self._dump("+", b, blo, bhi)

            def _replace(self, a, alo, ahi, b, blo, bhi):
                # The two lines that are most alike, and then what is before and behind them.
                best, cutoff = 0.74, 0.75
                best_i = best_j = same_i = same_j = None
                matcher = SequenceMatcher(self.charjunk)
                for j in range(blo, bhi):
                    matcher.set_seq2(b[j])
                    for i in range(alo, ahi):
                        if a[i] == b[j]:
                            if same_i is None:
                                same_i, same_j = i, j
                            continue
                        matcher.set_seq1(a[i])
                        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                            best, best_i, best_j = matcher.ratio(), i, j
                if best < cutoff:
                    if same_i is None:
                        yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
                        return
                    best_i, best_j, best = same_i, same_j, 1.0
                else:
                    same_i = None
                yield from self._around(a, alo, best_i, b, blo, best_j)
                first, second = a[best_i], b[best_j]
                if same_i is None:
                    marks_a = marks_b = ""
                    matcher.set_seqs(first, second)
                    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                        if tag == "replace":
                            marks_a += "^" * (i2 - i1)
                            marks_b += "^" * (j2 - j1)
                        elif tag == "delete":
                            marks_a += "-" * (i2 - i1)
                        elif tag == "insert":
                            marks_b += "+" * (j2 - j1)
                        else:
                            marks_a += " " * (i2 - i1)
                            marks_b += " " * (j2 - j1)
                    yield from self._hints(first, second, marks_a, marks_b)
                else:
                    yield "  " + first
                yield from self._around(a, best_i + 1, ahi, b, best_j + 1, bhi)

            def _around(self, a, alo, ahi, b, blo, bhi):
                if alo < ahi and blo < bhi:
                    yield from self._replace(a, alo, ahi, b, blo, bhi)
                elif alo < ahi:
                    yield from self._dump("-", a, alo, ahi)
                elif blo < bhi:
                    yield from self._dump("+", b, blo, bhi)

            def _hints(self, first, second, marks_a, marks_b):
                for sign, line, marks in (("-", first, marks_a), ("+", second, marks_b)):
                    # White space of the line stays as it is, so that tabs line up.
                    shown = "".join(
                        char if mark == " " and char.isspace() else mark for char, mark in zip(line, marks)
                    ).rstrip()
                    yield f"{sign} {line}"
                    if shown:
                        yield f"? {shown}\n"


        def IS_LINE_JUNK(line, pat=re.compile(r"\s*(?:#\s*)?$").match):
            """Whether a line is blank or a lone `#`."""
            return pat(line) is not None


        def IS_CHARACTER_JUNK(ch, ws=" \t"):
            """Whether a character is a space or a tab."""
            return ch in ws


        def _range(start, stop, is_unified):
            first, length = start + 1, stop - start
            if is_unified:
                if length == 1:
                    return f"{first}"
                return f"{first if length else first - 1},{length}"
            if not length:
                first -= 1
            return f"{first}" if length <= 1 else f"{first},{first + length - 1}"


        def _check(a, b, *names):
            for lines in (a, b):
                if lines and not isinstance(lines[0], str):
                    raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
            for name in names:
                if not isinstance(name, str):
                    raise TypeError("all arguments must be str, not: %r" % (name,))


        def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
            """The difference of lines as `diff -u` shows it."""
            _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
            is_started = False
            for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
                if not is_started:
                    is_started = True
                    yield "--- {}{}{}".format(fromfile, f"\t{fromfiledate}" if fromfiledate else "", lineterm)
                    yield "+++ {}{}{}".format(tofile, f"\t{tofiledate}" if tofiledate else "", lineterm)
                first, last = group[0], group[-1]
                yield f"@@ -{_range(first[1], last[2], True)} +{_range(first[3], last[4], True)} @@{lineterm}"
                for tag, i1, i2, j1, j2 in group:
                    if tag == "equal":
                        for line in a[i1:i2]:
                            yield " " + line
                    if tag in ("replace", "delete"):
                        for line in a[i1:i2]:
                            yield "-" + line
                    if tag in ("replace", "insert"):
                        for line in b[j1:j2]:
                            yield "+" + line
        """#
}
