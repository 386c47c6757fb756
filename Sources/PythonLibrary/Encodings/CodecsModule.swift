package import PythonRuntime

/// `codecs`, written in the dialect.
package enum CodecsModule {
    package static let module = NativeModule(
        "codecs",
        "Texts as bytes and other texts.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import base64
        import binascii

        __all__ = [
            "encode", "decode", "BOM", "BOM_BE", "BOM_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_BE", "BOM_UTF16_LE",
            "BOM_UTF32", "BOM_UTF32_BE", "BOM_UTF32_LE", "lookup", "CodecInfo",
        ]

        BOM_UTF8 = b"\xef\xbb\xbf"
        BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b"\xff\xfe"
        BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
        BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\x00\x00"
        BOM_UTF32_BE = b"\x00\x00\xfe\xff"

        _LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        _TURNED = str.maketrans(_LETTERS, "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm")


        def _turn(text):
            return text.translate(_TURNED)


        # Codecs that are no encodings of text: what encodes, and what decodes.
        _SPECIAL = {
            "rot13": (_turn, _turn),
            "hex": (binascii.b2a_hex, binascii.a2b_hex),
            "base64": (base64.encodebytes, lambda data: base64.decodebytes(data)),
        }
        _ALIASES = {"rot_13": "rot13", "hex_codec": "hex", "base64_codec": "base64", "base_64": "base64"}


        def _special(encoding):
            name = encoding.lower().replace("-", "_")
            return _SPECIAL.get(_ALIASES.get(name, name))


        def encode(obj, encoding="utf-8", errors="strict"):
            """A value in an encoding: text as bytes, or as `rot13`, `hex` and `base64` say."""
            special = _special(encoding)
            if special is not None:
                return special[0](obj)
            if not isinstance(obj, str):
                raise TypeError(f"encoding with '{encoding}' codec failed (TypeError: a str is required)")
            return obj.encode(encoding, errors)


        def decode(obj, encoding="utf-8", errors="strict"):
            """A value from an encoding."""
            special = _special(encoding)
            if special is None:
                if isinstance(obj, str):
                    raise TypeError(f"decoding with '{encoding}' codec failed (TypeError: a bytes-like object is required)")
                return obj.decode(encoding, errors)
            try:
                return special[1](obj)
            except binascii.Error as error:
                name = encoding.lower().replace("-", "_")
                raise binascii.Error(f"decoding with '{name}' codec failed (Error: {error})") from error


        class CodecInfo:
            """An encoding by its name."""

            def __init__(self, name):
                self.name = name

            def encode(self, text, errors="strict"):
                """Bytes, and how many characters they are of."""
                return encode(text, self.name, errors), len(text)

            def decode(self, data, errors="strict"):
                """Text, and how many bytes it is of."""
                return decode(data, self.name, errors), len(data)


        def lookup(encoding):
            """What an encoding is. Raises LookupError for one that is not known."""
            if _special(encoding) is None:
                "".encode(encoding)
            return CodecInfo(encoding.lower().replace("_", "-"))
        """#
}
