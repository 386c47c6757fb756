import shlex

ALPHABET = "ab '\"\\ \t\n#;|&()$-=~\u00e9"

for _ in range(COUNT * 4):
    text = chance.text(ALPHABET, 14)
    show(text, shlex.split, text)
    show(text, shlex.split, text, comments=True)
    show(text, shlex.split, text, posix=False)
    show(text, shlex.quote, text)
    show(text, lambda: shlex.split(shlex.join([text, "x"])) == [text, "x"])
    show(text, lambda: list(shlex.shlex(text, posix=True, punctuation_chars=True)))
    show(text, lambda: list(shlex.shlex(text)))

NAMES = ["whitespace", "commenters", "wordchars", "quotes", "escape", "escapedquotes"]


def words(text, posix, punctuation, name, characters, only_spaces):
    lexer = shlex.shlex(text, posix=posix, punctuation_chars=punctuation)
    setattr(lexer, name, getattr(lexer, name) + characters)
    lexer.whitespace_split = only_spaces
    found = [lexer.get_token(), lexer.lineno]
    lexer.push_token("pushed")
    return found + list(lexer) + [lexer.lineno, lexer.get_token()]


for _ in range(COUNT * 4):
    text = chance.text(ALPHABET, 14)
    posix, punctuation, only_spaces = (chance.one_in(2) for _ in range(3))
    name = chance.choice(NAMES)
    characters = chance.text("-.,:/=\u00e9", 2)
    given = (text, posix, punctuation, name, characters, only_spaces)
    show(given, words, *given)
