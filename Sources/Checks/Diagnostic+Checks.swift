package import Diagnostics

/// Rows of the reference pages, 0701 to 0799.
extension Diagnostic.Code {
    static let undefinedName = Self(
        "MG0701",
        "undefined name",
        """
        Nothing in the file binds the name and it is no builtin, so that reading it raises NameError. Often an import is \
        missing, or the name is misspelt.
        """
    )
    static let unknownModule = Self(
        "MG0702",
        "module that does not exist",
        """
        Neither the pack nor the library has a module of that name. Helpers are imported by the `GlobalID` of their file, \
        not by the name of the file. Packages from outside can be named with `--python-path`.
        """
    )
    static let unknownAttribute = Self(
        "MG0703",
        "name that a module does not have",
        "The module is there, but it defines no such name, so that the import or the attribute raises an error."
    )
    static let badCall = Self(
        "MG0704",
        "call that does not fit the function",
        "The call gives too many arguments, too few, or one that the function does not have: it raises TypeError."
    )
    static let unreachable = Self(
        "MG0705",
        "unreachable code",
        "The statement before always leaves the block, so that what follows never runs."
    )
    static let noResult = Self(
        "MG0706",
        "function that may end without a result",
        """
        A run can reach the end of the function, which then returns None. The matcher must return True or False, \
        `title` and its kin a text: None is an error of the detection.
        """
    )
    static let unknownField = Self(
        "MG0707",
        "field that the log does not have",
        """
        No test and no data model of the pack has a field of that name in a log of this kind, though there are many \
        examples. Either the name is misspelt, or a test with the field is missing. Names are compared as Panther's \
        events compare them, without regard to case.
        """
    )
    static let missingPolarity = Self(
        "MG0708",
        "tests of one side only",
        """
        Tests should show one event that matches and one that does not. A detection whose tests all expect the same \
        would pass with a body that is a constant.
        """
    )
    static let noTests = Self(
        "MG0709",
        "no tests",
        "Nothing shows that the detection finds what it is meant to find, or that it runs at all."
    )
    static let unknownMock = Self(
        "MG0710",
        "mock of a name that is not there",
        """
        A test replaces a name of the detection's own module while it runs. The module has no such name, so the test \
        fails before it starts. A function that a helper calls cannot be replaced: only what the detection itself imports.
        """
    )
    static let attackUnknown = Self(
        "MG0711",
        "ATT&CK identifier that does not exist",
        """
        An entry has the form `TA0002:T1059.001`: a tactic, a colon, a technique or sub-technique. MITRE's release \
        has no such tactic or technique.
        """
    )
    static let attackOutdated = Self(
        "MG0712",
        "ATT&CK technique that is no longer used",
        """
        MITRE has revoked the technique, usually because another took its place, or deprecated it. `--fix` writes the \
        one that took its place.
        """
    )
    static let attackTactic = Self(
        "MG0713",
        "ATT&CK technique of another tactic",
        "The technique exists, but MITRE's matrix does not have it under this tactic."
    )
    static let uselessIgnore = Self(
        "MG0714",
        "ignore comment without effect",
        """
        `# margay: ignore[CODE]` silences warnings of that code on its line, or, standing alone, on the next. Nothing of \
        the code is reported there. Errors that keep an item from loading cannot be ignored.
        """
    )
    static let refusedCall = Self(
        "MG0715",
        "call that is always refused",
        "Rules see the event and nothing else: the builtin is there by name only, and calling it raises an error."
    )
    static let refusedModule = Self(
        "MG0716",
        "module that cannot be imported",
        """
        A folder of `--python-path` has the module, but it is machine code, has a syntax error, or uses what the dialect \
        leaves out. The import raises ImportError or SyntaxError, as it would for a broken module in CPython.
        """
    )
}

extension Diagnostic {
    /// All codes of this target.
    package static let checkCodes: [Code] = [
        .undefinedName, .unknownModule, .unknownAttribute, .badCall, .unreachable, .noResult, .unknownField,
        .missingPolarity, .noTests, .unknownMock, .attackUnknown, .attackOutdated, .attackTactic, .uselessIgnore,
        .refusedCall, .refusedModule,
    ]
}
