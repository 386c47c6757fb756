package import PythonRuntime

/// `secrets`, written in the dialect.
package enum SecretsModule {
    package static let module = NativeModule(
        "secrets",
        "Tokens by chance.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import base64
        from hmac import compare_digest
        from random import SystemRandom

        __all__ = ["choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex", "token_urlsafe", "compare_digest"]

        DEFAULT_ENTROPY = 32
        _source = SystemRandom()
        randbits = _source.getrandbits
        choice = _source.choice


        def randbelow(exclusive_upper_bound):
            """An int from 0 to the bound, without it."""
            if exclusive_upper_bound <= 0:
                raise ValueError("Upper bound must be positive.")
            return _source._randbelow(exclusive_upper_bound)


        def token_bytes(nbytes=None):
            """So many bytes."""
            return _source.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


        def token_hex(nbytes=None):
            """So many bytes in hexadecimal."""
            return token_bytes(nbytes).hex()


        def token_urlsafe(nbytes=None):
            """So many bytes in base 64 for URLs."""
            return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
        """#
}
