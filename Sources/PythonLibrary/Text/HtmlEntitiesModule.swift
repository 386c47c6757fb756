package import PythonRuntime

/// `html.entities`: the named characters of HTML 5.
package enum HtmlEntitiesModule {
    package static let module = NativeModule(
        "html.entities",
        "The named characters of HTML.",
        body: ModuleBody("_ROWS = \"\"\"\n\(rows)\n\"\"\"\n\n" + program)
    )

    private static let program = #"""
        html5 = {}
        for _row in _ROWS.split():
            _name, _, _numbers = _row.partition("=")
            _text = "".join(chr(int(_number, 16)) for _number in _numbers.split("+"))
            html5[_name.rstrip("!") + ";"] = _text
            # Old names may stand without their semicolon.
            if _name.endswith("!"):
                html5[_name[:-1]] = _text
        """#
}
