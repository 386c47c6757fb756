/// The program that CPython runs: a case a line in, what `re` makes of it a line out.
///
/// In: kind, flags, then pattern, subject and template as hexadecimal WTF-8 (or bytes), position and end as bytes
/// (-1 for none). Out: as ``Outcome`` writes it. A case that takes CPython more than a second gives `T`.
let referenceScript = #"""
    import re, signal, sys, warnings
    warnings.simplefilter("ignore")
    class Slow(Exception): pass
    def slow(*_): raise Slow()
    signal.signal(signal.SIGALRM, slow)
    def encode(s):
        return s if isinstance(s, bytes) else s.encode("utf-8", "surrogatepass")
    def offsets(s):
        if isinstance(s, bytes): return list(range(len(s) + 1))
        result, total = [0], 0
        for c in s:
            total += len(c.encode("utf-8", "surrogatepass"))
            result.append(total)
        return result
    def error(e):
        if isinstance(e, re.error):
            return "E re.error %s|%s|%s|%s|%s" % (e.msg, e.pos, e.lineno, e.colno, e)
        return "E %s %s" % (type(e).__name__, e)
    def spans(m, at):
        if m is None: return "-"
        return ",".join("%d:%d" % tuple(at[x] if x >= 0 else -1 for x in m.span(g)) for g in range(m.re.groups + 1))
    def run(kind, flags, pattern, subject, template, start, end):
        decode = (lambda b: b) if kind == "b" else (lambda b: b.decode("utf-8", "surrogatepass"))
        pattern, subject = decode(pattern), decode(subject)
        try: p = re._compiler.compile(pattern, flags)
        except (re.error, ValueError, OverflowError, RecursionError) as e: return error(e)
        at = offsets(subject)
        out = ["F%d G%d" % (p.flags, p.groups)]
        out.append(",".join("%s=%d" % (k.encode("utf-8").hex(), v) for k, v in p.groupindex.items()))
        first = at.index(start) if start >= 0 else 0
        last = at.index(end) if end >= 0 else len(subject)
        for method in (p.search, p.match, p.fullmatch): out.append(spans(method(subject, first, last), at))
        out.append(" ".join(spans(m, at) for m in p.finditer(subject, first, last)))
        pieces = p.split(subject)
        out.append(",".join("-" if x is None else encode(x).hex() for x in pieces))
        out.append(",".join("-" if x is None else encode(x).hex() for x in p.split(subject, 1)))
        if template is not None:
            template = decode(template)
            try:
                text, count = p.subn(template, subject)
                out.append("%s %d %s" % (encode(text).hex(), count, encode(p.sub(template, subject, 1)).hex()))
            except (re.error, ValueError, IndexError) as e: out.append(error(e))
        return "\t".join(out)
    for line in sys.stdin:
        kind, flags, pattern, subject, template, start, end = line.rstrip("\n").split("\t")
        template = None if template == "-" else bytes.fromhex(template)
        signal.setitimer(signal.ITIMER_REAL, 1)
        try: result = run(kind, int(flags), bytes.fromhex(pattern), bytes.fromhex(subject), template, int(start), int(end))
        except Slow: result = "T"
        finally: signal.setitimer(signal.ITIMER_REAL, 0)
        print(result.encode("utf-8", "backslashreplace").hex())
    """#
