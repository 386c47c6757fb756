package import Diagnostics

extension Diagnostic.Code {
    static let invalidText = Self(
        "MG0101",
        "text is not UTF-8",
        "Python sources are UTF-8. A byte here is no part of a well-formed character; save the file as UTF-8."
    )
    static let unsupportedEncoding = Self(
        "MG0102",
        "encoding not supported",
        "The file declares an encoding other than UTF-8 (PEP 263). Only UTF-8 is read, and ASCII under the name of an encoding that includes it."
    )
    static let sourceLimit = Self(
        "MG0103",
        "source too large or too deep",
        "Rules come from strangers, so everything that costs memory or stack is limited. The message names the limit and its value."
    )
    static let invalidCharacter = Self(
        "MG0104",
        "invalid character",
        "The character begins no Python token. Word processors and chat programs replace quotes, dashes and spaces by look-alikes."
    )
    static let unterminatedString = Self(
        "MG0105",
        "string not terminated",
        "A string with one quote ends on its line; one with three quotes goes on to the next three."
    )
    static let invalidNumber = Self(
        "MG0106",
        "invalid number",
        "A number literal has a digit or letter that its kind does not allow, an underscore that is not between digits, or leading zeros."
    )
    static let lineContinuation = Self(
        "MG0107",
        "bad line continuation",
        "A backslash joins two lines only as the very last character of the first. Brackets join lines without one."
    )
    static let inconsistentTabs = Self(
        "MG0108",
        "inconsistent tabs and spaces",
        "Which block a line belongs to would depend on the width of a tab (CPython's TabError). Indent with spaces."
    )
    static let unmatchedDedent = Self(
        "MG0109",
        "indentation matches no block",
        "A line that is indented less than the one before must be indented exactly as an enclosing block."
    )
    static let unexpectedIndent = Self(
        "MG0110",
        "unexpected indentation",
        "Only a line that ends with a colon may be followed by a line that is indented more."
    )
    static let missingBlock = Self(
        "MG0111",
        "expected an indented block",
        "The statement ends with a colon and needs at least one statement under it, `pass` if there is nothing to do."
    )
    static let neverClosed = Self(
        "MG0112",
        "bracket never closed",
        "The text ends, or a new statement begins, inside the bracket."
    )
    static let unmatchedBracket = Self(
        "MG0113",
        "bracket does not match",
        "The closing bracket has no opening one, or the last one opened is of another kind."
    )
    static let invalidEscape = Self(
        "MG0114",
        "invalid escape in a string",
        "`\\x` takes two hexadecimal digits, `\\u` four, `\\U` eight up to 0010FFFF, `\\N{…}` the name of a character. Write `r\"…\"` to keep backslashes."
    )
    static let unexpectedToken = Self(
        "MG0120",
        "unexpected text",
        "The grammar allows something else at this place."
    )
    static let missingColon = Self(
        "MG0121",
        "missing colon",
        "The first line of a compound statement ends with a colon."
    )
    static let assignmentInExpression = Self(
        "MG0122",
        "assignment inside an expression",
        "`=` assigns and is a statement; `==` compares; `:=` assigns inside an expression."
    )
    static let pythonTwo = Self(
        "MG0123",
        "Python 2 syntax",
        "The text is valid in Python 2 but not in Python 3."
    )
    static let elseIf = Self("MG0124", "`else if`", "Python writes `elif`.")
    static let missingComma = Self(
        "MG0125",
        "missing comma",
        "Two expressions stand side by side inside brackets."
    )
    static let invalidTarget = Self(
        "MG0130",
        "invalid target",
        "Only names, attributes, subscripts, and lists or tuples of these can be assigned to or deleted."
    )
    static let invalidFormattedString = Self(
        "MG0131",
        "invalid f-string",
        "The text between `{` and `}` follows the rules of Python 3.11: an expression without backslash and comment, then `=`, `!r`, `!s` or `!a`, and `:` with a format."
    )
    static let invalidParameters = Self(
        "MG0132",
        "invalid parameters",
        "Order: positional-only, `/`, positional, `*args` or `*`, keyword-only, `**kwargs`; parameters without default come before those with one; names differ."
    )
    static let invalidArguments = Self(
        "MG0133",
        "invalid arguments",
        "Order: positional, then keywords; each keyword once; a generator without parentheses only as the one argument."
    )
    static let mixedLiterals = Self(
        "MG0134",
        "bytes and text side by side",
        "Adjacent literals are joined, and bytes do not join with text."
    )
    static let outsideFunction = Self(
        "MG0140",
        "statement outside a function",
        "`return`, `yield` and `await` belong into functions, `async` forms into `async def`."
    )
    static let outsideLoop = Self(
        "MG0141",
        "statement outside a loop",
        "`break` and `continue` need a loop around them in the same function."
    )
    static let scopeConflict = Self(
        "MG0142",
        "conflicting scopes of a name",
        "`global` and `nonlocal` come before any use of the name in the function, and not for its parameters; `nonlocal` needs an enclosing function that binds the name."
    )
    static let invalidWalrus = Self(
        "MG0143",
        "`:=` not allowed here",
        "An assignment expression needs a plain name and, where it could be misread, parentheses; in a comprehension it may not rebind the loop's names or stand in what is iterated."
    )
    static let invalidPattern = Self(
        "MG0144",
        "invalid pattern",
        "Each name is bound once; all alternatives bind the same names; only the last case may match everything."
    )
    static let invalidImport = Self(
        "MG0145",
        "invalid import",
        "`import *` belongs to the module's top level; `from __future__` comes first and names an existing feature."
    )
    static let invalidTry = Self(
        "MG0146",
        "invalid try statement",
        "`try` needs `except` or `finally`; a bare `except:` comes last; `except` and `except*` do not mix."
    )
    static let invalidStar = Self(
        "MG0147",
        "`*` not allowed here",
        "A starred expression needs a call, a list, tuple, set or index around it; a target may have one star."
    )
}

extension Diagnostic {
    /// Every kind of syntax diagnostic, by number: the rows of the reference page.
    package static let syntaxCodes: [Code] = [
        .invalidText, .unsupportedEncoding, .sourceLimit, .invalidCharacter, .unterminatedString, .invalidNumber,
        .lineContinuation, .inconsistentTabs, .unmatchedDedent, .unexpectedIndent, .missingBlock, .neverClosed,
        .unmatchedBracket, .invalidEscape, .unexpectedToken, .missingColon, .assignmentInExpression, .pythonTwo,
        .elseIf, .missingComma, .invalidTarget, .invalidFormattedString, .invalidParameters, .invalidArguments,
        .mixedLiterals, .outsideFunction, .outsideLoop, .scopeConflict, .invalidWalrus, .invalidPattern,
        .invalidImport, .invalidTry, .invalidStar,
    ]
}
