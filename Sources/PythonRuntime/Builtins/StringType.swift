extension BuiltinTypes {
    /// `str`.
    static let string = NativeType(
        "str",
        "Text: a sequence of Unicode code points.",
        methods: [
            NativeFunction("lower(self, /)", "The text in lower case.", StringMethods.lower),
            NativeFunction("upper(self, /)", "The text in upper case.", StringMethods.upper),
            NativeFunction("casefold(self, /)", "The text for caseless comparison.", StringMethods.casefold),
            NativeFunction(
                "capitalize(self, /)",
                "The first letter capital, the others small.",
                StringMethods.capitalize
            ),
            NativeFunction("swapcase(self, /)", "Small letters capital and capitals small.", StringMethods.swapcase),
            NativeFunction("title(self, /)", "Every word with a capital first letter.", StringMethods.title),
            NativeFunction(
                "startswith(self, prefix, start=None, end=None, /)",
                "Whether the text begins with the prefix, or with one of a tuple of them.",
                StringMethods.startsWith
            ),
            NativeFunction(
                "endswith(self, suffix, start=None, end=None, /)",
                "Whether the text ends with the suffix, or with one of a tuple of them.",
                StringMethods.endsWith
            ),
            NativeFunction(
                "split(self, sep=None, maxsplit=-1)",
                "The list of the words, or of what separators part.",
                StringMethods.split
            ),
            NativeFunction(
                "rsplit(self, sep=None, maxsplit=-1)",
                "As `split`, counting separators from the right.",
                StringMethods.splitFromRight
            ),
            NativeFunction("splitlines(self, keepends=False)", "The list of the lines.", StringMethods.splitLines),
            NativeFunction(
                "partition(self, sep, /)",
                "What stands before, is, and stands behind the first separator.",
                StringMethods.partition
            ),
            NativeFunction(
                "rpartition(self, sep, /)",
                "What stands before, is, and stands behind the last separator.",
                StringMethods.partitionFromRight
            ),
            NativeFunction(
                "strip(self, chars=None, /)",
                "The text without white space, or these characters, at both ends.",
                StringMethods.strip
            ),
            NativeFunction("lstrip(self, chars=None, /)", "As `strip`, at the left end only.", StringMethods.stripLeft),
            NativeFunction(
                "rstrip(self, chars=None, /)",
                "As `strip`, at the right end only.",
                StringMethods.stripRight
            ),
            NativeFunction("removeprefix(self, prefix, /)", "The text without the prefix.", StringMethods.removePrefix),
            NativeFunction("removesuffix(self, suffix, /)", "The text without the suffix.", StringMethods.removeSuffix),
            NativeFunction(
                "replace(self, old, new, count=-1, /)",
                "The text with occurrences of one text replaced by another.",
                StringMethods.replace
            ),
            NativeFunction(
                "join(self, iterable, /)",
                "The strings of an iterable with this one in between.",
                StringMethods.join
            ),
            NativeFunction(
                "find(self, sub, start=None, end=None, /)",
                "The index of the first occurrence, or -1.",
                StringMethods.find
            ),
            NativeFunction(
                "rfind(self, sub, start=None, end=None, /)",
                "The index of the last occurrence, or -1.",
                StringMethods.findLast
            ),
            NativeFunction(
                "index(self, sub, start=None, end=None, /)",
                "The index of the first occurrence.",
                StringMethods.index
            ),
            NativeFunction(
                "rindex(self, sub, start=None, end=None, /)",
                "The index of the last occurrence.",
                StringMethods.indexLast
            ),
            NativeFunction(
                "count(self, sub, start=None, end=None, /)",
                "How often a text occurs, without overlaps.",
                StringMethods.count
            ),
            NativeFunction(
                "encode(self, encoding='utf-8', errors='strict')",
                "The bytes of the text in an encoding.",
                StringMethods.encode
            ),
            NativeFunction("format(self, /, *args, **kwargs)", "Fills the fields in braces.", StringMethods.format),
            NativeFunction("format_map(self, mapping, /)", "Fills the fields from a mapping.", StringMethods.formatMap),
            NativeFunction("isalnum(self, /)", "Whether all are letters or digits.", StringMethods.isAlphanumeric),
            NativeFunction("isalpha(self, /)", "Whether all are letters.", StringMethods.isAlphabetic),
            NativeFunction("isascii(self, /)", "Whether all are ASCII.", StringMethods.isASCII),
            NativeFunction("isdecimal(self, /)", "Whether all are decimal digits.", StringMethods.isDecimal),
            NativeFunction("isdigit(self, /)", "Whether all are digits.", StringMethods.isDigit),
            NativeFunction("isidentifier(self, /)", "Whether the text is a name.", StringMethods.isIdentifier),
            NativeFunction("islower(self, /)", "Whether all cased letters are small.", StringMethods.isLower),
            NativeFunction("isnumeric(self, /)", "Whether all are numerals.", StringMethods.isNumeric),
            NativeFunction("isprintable(self, /)", "Whether `repr` shows all as they are.", StringMethods.isPrintable),
            NativeFunction("isspace(self, /)", "Whether all are white space.", StringMethods.isSpace),
            NativeFunction("istitle(self, /)", "Whether words begin with capitals.", StringMethods.isTitle),
            NativeFunction("isupper(self, /)", "Whether all cased letters are capital.", StringMethods.isUpper),
            NativeFunction(
                "center(self, width, fillchar=..., /)",
                "The text in the middle of a wider one.",
                StringMethods.center
            ),
            NativeFunction(
                "ljust(self, width, fillchar=..., /)",
                "The text at the left of a wider one.",
                StringMethods.justifyLeft
            ),
            NativeFunction(
                "rjust(self, width, fillchar=..., /)",
                "The text at the right of a wider one.",
                StringMethods.justifyRight
            ),
            NativeFunction(
                "zfill(self, width, /)",
                "The text with zeros before it, behind a sign.",
                StringMethods.zeroFill
            ),
            NativeFunction(
                "expandtabs(self, tabsize=8)",
                "The text with spaces for tabs.",
                StringMethods.expandTabs
            ),
            NativeFunction(
                "translate(self, table, /)",
                "The text with code points replaced as a table says.",
                StringMethods.translate
            ),
        ].map { $0.method(of: .string) },
        classMethods: [
            NativeFunction(
                "maketrans(cls, x, y=..., z=..., /)",
                "A table for `translate`.",
                StringMethods.makeTranslation
            )
        ],
        slots: .init {
            $0.construct = NativeFunction(
                "str(cls, object=..., encoding=..., errors=...)",
                "The text of an object.",
                StringMethods.construct
            )
        }
    )
}
