package import PythonRuntime

/// `html`, written in the dialect.
package enum HtmlModule {
    package static let module = NativeModule(
        "html",
        "Text in HTML.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import re

        __all__ = ["escape", "unescape"]

        # Numbers that HTML 5 reads as the characters of Windows-1252 that were meant.
        _WINDOWS = dict(
            zip(
                range(0x80, 0xA0),
                "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f"
                "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178",
            )
        )
        _REFERENCE = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


        def escape(s, quote=True):
            """The text with `&`, `<`, `>` and, if wanted, quotes as references."""
            s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


        def _replace(found):
            text = found.group(1)
            if text[0] == "#":
                digits = text[1:].rstrip(";")
                number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
                if number in _WINDOWS:
                    return _WINDOWS[number]
                if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
                    return "\ufffd"
                is_invalid = (
                    0x1 <= number <= 0x8 or 0xE <= number <= 0x1F or 0x7F <= number <= 0x9F or 0xFDD0 <= number <= 0xFDEF
                    or number == 0xB or number & 0xFFFE == 0xFFFE
                )
                return "\r" if number == 0xD else "" if is_invalid else chr(number)
            from html.entities import html5

            if text in html5:
                return html5[text]
            # The longest name that stands at the front without its semicolon.
            for end in range(len(text) - 1, 1, -1):
                if text[:end] in html5:
                    return html5[text[:end]] + text[end:]
            return "&" + text


        def unescape(s):
            """The text with references as the characters that they mean."""
            return _REFERENCE.sub(_replace, s) if "&" in s else s
        """#
}
