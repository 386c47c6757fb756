package import PythonRuntime

/// `email`: the package alone; its module `utils` is what rules use.
package enum EmailPackage {
    package static let module = NativeModule("email", "Mail: see `email.utils`.")
}
