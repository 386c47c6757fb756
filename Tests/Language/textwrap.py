import textwrap
text = "The quick brown fox jumps over the lazy-dog today, and  then -- perhaps -- it sleeps. extraordinarilylongword"
for options in [{"width": 20}, {"width": 10}, {"width": 30, "initial_indent": "* ", "subsequent_indent": "  "}, {"width": 15, "break_long_words": False}, {"width": 20, "break_on_hyphens": False}, {"width": 25, "max_lines": 2}, {"width": 25, "max_lines": 2, "placeholder": "..."}, {"width": 20, "drop_whitespace": False}, {"width": 40, "fix_sentence_endings": True}]:
    print(textwrap.wrap(text, **options))
print(textwrap.fill(text, 30))
print(textwrap.shorten("a  b   c " * 10, 20), textwrap.shorten("short", 20), textwrap.dedent("\n    a\n      b\n\n    c\n"), textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "> ", lambda line: True), textwrap.wrap("a\tb\nc", 5), textwrap.wrap(""))
for bad in [lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("abc def", 3)]:
    try:
        print(bad())
    except ValueError as e:
        print(e)
#> ['The quick brown fox', 'jumps over the lazy-', 'dog today, and  then', '-- perhaps -- it', 'sleeps. extraordinar', 'ilylongword']
#> ['The quick', 'brown fox', 'jumps over', 'the lazy-', 'dog today,', 'and  then', '-- perhaps', '-- it', 'sleeps. ex', 'traordinar', 'ilylongwor', 'd']
#> ['* The quick brown fox jumps', '  over the lazy-dog today, and', '  then -- perhaps -- it', '  sleeps.', '  extraordinarilylongword']
#> ['The quick brown', 'fox jumps over', 'the lazy-dog', 'today, and', 'then -- perhaps', '-- it sleeps.', 'extraordinarilylongword']
#> ['The quick brown fox', 'jumps over the', 'lazy-dog today, and', 'then -- perhaps --', 'it sleeps. extraordi', 'narilylongword']
#> ['The quick brown fox jumps', 'over the lazy-dog [...]']
#> ['The quick brown fox jumps', 'over the lazy-dog...']
#> ['The quick brown fox ', 'jumps over the lazy-', 'dog today, and  then', ' -- perhaps -- it ', 'sleeps. extraordinar', 'ilylongword']
#> ['The quick brown fox jumps over the lazy-', 'dog today, and  then -- perhaps -- it', 'sleeps.  extraordinarilylongword']
#> The quick brown fox jumps over
#> the lazy-dog today, and  then
#> -- perhaps -- it sleeps.
#> extraordinarilylongword
#> a b c a b c a [...] short 
#> a
#>   b
#>
#> c
#>  > a
#>
#> > b
#>  > a
#> > 
#> > b ['a', 'b c'] []
#> invalid width 0 (must be > 0)
#> placeholder too large for max width
