import difflib

WORDS = ["apple", "appel", "ape", "peach", "puppy", "while", "paypal.com", "paypa1.com", "payapl.com", "microsoft", "m1crosoft"]

for _ in range(COUNT):
    alphabet = chance.choice(["ab", "abc ", "abcdefgh", "xyz\u00e9\u4e2d"])
    first = chance.text(alphabet, 30)
    second = chance.changed(chance.changed(first, alphabet), alphabet) if chance.one_in(2) else chance.text(alphabet, 30)
    matcher = difflib.SequenceMatcher(chance.choice([None, lambda x: x == " "]), first, second, autojunk=chance.one_in(2))
    show([first, second], lambda: [
        matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio(), matcher.get_opcodes(),
        [tuple(block) for block in matcher.get_matching_blocks()], tuple(matcher.find_longest_match()),
        list(matcher.get_grouped_opcodes(1)),
    ])
    word = chance.changed(chance.choice(WORDS), "abcdelp1")
    show(word, difflib.get_close_matches, word, WORDS, chance.between(1, 4), chance.below(100) / 100)
    lines = [chance.text("ab ", 6) + "\n" for _ in range(chance.below(12))]
    others = [line if chance.below(3) else chance.changed(line, "ab ") for line in lines]
    show(lines, lambda: list(difflib.unified_diff(lines, others, "a", "b", n=chance.below(4))))
    show(lines, lambda: list(difflib.context_diff(lines, others, n=1)))
    show(lines, lambda: list(difflib.ndiff(lines, others)))
    show(lines, lambda: list(difflib.restore(difflib.ndiff(lines, others), 2)) == others)
long = [chance.below(20) for _ in range(400)]
show("long", lambda: difflib.SequenceMatcher(None, long, long[::-1]).ratio())
