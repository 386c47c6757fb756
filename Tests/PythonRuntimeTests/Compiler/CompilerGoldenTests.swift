import Diagnostics
import PythonSyntax
import TestSupport
import Testing

@testable import PythonRuntime

/// The code of one construct each: the golden files are the compiler's handbook.
@Suite struct CompilerGoldenTests {
    /// Golden file → chunks of Python; one line with `;` would be shorter, but these are read.
    static let groups: [(name: String, chunks: [String])] = [
        (
            "names.txt",
            [
                "def f(a):\n  b = a\n  return b",
                "def f(a):\n  if a:\n    b = 1\n  return b",
                "def f(a):\n  del a\n  return a",
                "x = y",
                "def f():\n  global x\n  x = 1\n  del x",
                "def f():\n  n = 0\n  def g():\n    nonlocal n\n    n += 1\n    return n\n  return g",
                "def f(a, b=1, /, *c, d=(2, 3), **e): return a",
                "class C:\n  x: int = 1\n  y = x\n  def m(self): return super().m(self.__p)",
            ]
        ),
        (
            "expressions.txt",
            [
                "def f(a, b, c): return a + b * c - 60 * 60",
                "def f(x): return x + (x := 1)",
                "def f(a, b, c): return a < b < c",
                "def f(a): return a == 'x', a in ('x', 'y'), a in {1}, a is None",
                "def f(a, b, c):\n  a = a and b or c",
                "def f(a, b): return 1 if a and not b else 2",
                "def f(a): return f'{a!r:>5}-{a}'",
                "def f(a): return [1, 2, 3], [a, *a], {a: 1, **a}, (a, 1), (1, -2)",
                "def f(a): return a[1], a['k'], a[a], a[1:]",
            ]
        ),
        (
            "calls.txt",
            [
                "def f(e): return e.get('k'), e.get('k', {})",
                "def f(e, g): return e.m('k', x=1).n(g(e))",
                "def f(g, a): return g(a, k=1), g(*a, k=1, **a)",
                "@d(1)\n@e\ndef f(): pass",
            ]
        ),
        (
            "comprehensions.txt",
            [
                "def f(a): return [x.n for x in a if x]",
                "def f(a): return {k: v for k, v in a}",
                "def f(a, b): return any(x in b for x in a)",
                "def f(a): return [lambda: x for x in a]",
                "def f(a): return [y for x in a for y in x], {x for x in a}",
            ]
        ),
        (
            "control.txt",
            [
                "def f(a):\n  while a:\n    if a == 1: break\n    a -= 1\n  else: return 2",
                "def f(a):\n  for k, v in a:\n    if k: continue\n    print(v)",
                "while True: pass\nprint(1)",
                "def f(a): assert a, 'no'",
                "def f(a, e): raise a from e",
                "def f(a):\n  a.b += 1\n  a[0] -= 2\n  a, *b = a\n  a, b = b, a\n  del a.b, a[0]",
                "import a.b\nimport a.b as c\nfrom a import b as d\nfrom e import *",
            ]
        ),
        (
            "exceptions.txt",
            [
                "def f(a):\n  try: return a()\n  except (KeyError, b.E): raise\n  else: pass",
                "def f(a):\n  try: a()\n  except E as e: print(e)",
                "def f(a):\n  try: return a()\n  finally: b()",
                "def f(a):\n  for x in a:\n    try: continue\n    finally: break",
                "def f(a):\n  with a as b: return b()",
                "raise",
            ]
        ),
        (
            "match.txt",
            [
                "def f(a):\n  match a:\n    case 'x' | 'y': return 1\n    case _: return 2",
                "def f(a):\n  match a:\n    case [1, x, *y] if x: return y",
                "def f(a):\n  match a:\n    case {'k': int(v), **r}: return v",
                "def f(a):\n  match a:\n    case P(1, y=None) as p: return p",
            ]
        ),
    ]

    @Test(arguments: groups.indices)
    func code(of group: Int) throws {
        let (name, chunks) = Self.groups[group]
        var text = ""
        for chunk in chunks {
            let source = Source(path: "chunk.py", text: chunk + "\n")
            let result = Parser.parse(source)
            #expect(result.isValid, "\(chunk): \(result.diagnostics.map(\.message))")
            let code = try #require(Compiler.compile(result.module, name: "chunk", source: source).code)
            #expect(CodeVerifier.verify(code).isEmpty)
            // The module's own code only where there is nothing else to see.
            let isFunction = code.codes.count > 1 && chunk.hasPrefix("def")
            let bodies = isFunction ? Array(code.codes.dropFirst()) : code.codes
            text += "\(chunk)\n\n" + bodies.map { $0.disassembly(in: code) }.joined(separator: "\n") + "\n---\n"
        }
        try expectGolden(name, text)
    }
}
