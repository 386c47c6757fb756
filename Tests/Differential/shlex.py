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
