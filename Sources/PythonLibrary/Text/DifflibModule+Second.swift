extension DifflibModule {
    /// The second part of the program.
    static let second = #"""
        def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
            """The difference of lines as `diff -c` shows it."""
            _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
            prefixes = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
            is_started = False
            for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
                if not is_started:
                    is_started = True
                    yield "*** {}{}{}".format(fromfile, f"\t{fromfiledate}" if fromfiledate else "", lineterm)
                    yield "--- {}{}{}".format(tofile, f"\t{tofiledate}" if tofiledate else "", lineterm)
                first, last = group[0], group[-1]
                yield "***************" + lineterm
                yield f"*** {_range(first[1], last[2], False)} ****{lineterm}"
                if any(code[0] in ("replace", "delete") for code in group):
                    for tag, i1, i2, _, _ in group:
                        if tag != "insert":
                            for line in a[i1:i2]:
                                yield prefixes[tag] + line
                yield f"--- {_range(first[3], last[4], False)} ----{lineterm}"
                if any(code[0] in ("replace", "insert") for code in group):
                    for tag, _, _, j1, j2 in group:
                        if tag != "delete":
                            for line in b[j1:j2]:
                                yield prefixes[tag] + line


        def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
            """The difference of lines as `Differ` shows it."""
            return Differ(linejunk, charjunk).compare(a, b)


        def restore(delta, which):
            """The first or second of the texts that a difference was made of."""
            try:
                tag = {1: "- ", 2: "+ "}[int(which)]
            except KeyError:
                raise ValueError("unknown delta choice (must be 1 or 2): %r" % which) from None
            for line in delta:
                if line[:2] in ("  ", tag):
                    yield line[2:]
        """#
}
