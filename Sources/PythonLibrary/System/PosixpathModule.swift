package import PythonRuntime

/// `posixpath`, written in the dialect.
package enum PosixpathModule {
    package static let module = NativeModule(
        "posixpath",
        "Paths as POSIX writes them.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        from os.path import *
        """#
}
