import html
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for t in ["&lt;b&gt;","&amp;amp;","&#65;&#x41;&#x1F600;","&nbsp;x","&notin;","&notit;","&copy","&unknown;","& &;","&#0;&#x80;&#xD800;&#1114112;","&CounterClockwiseContourIntegral;","&amp","&#13;&#1;", "&bne;", "&ampx", "&#x"]: show(lambda: html.unescape(t))
print(html.escape("<a href='x'>\"&\""), html.escape("<'\">",quote=False))
#> '<b>'
#> '&amp;'
#> 'AA😀'
#> '\xa0x'
#> '∉'
#> '¬it;'
#> '©'
#> '&unknown;'
#> '& &;'
#> '�€��'
#> '∳'
#> '&'
#> '\r'
#> '=⃥'
#> '&x'
#> '&#x'
#> &lt;a href=&#x27;x&#x27;&gt;&quot;&amp;&quot; &lt;'"&gt;
