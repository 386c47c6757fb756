/// The table of builtin functions.
///
/// To add one: a row here or in one of the files `BuiltinFunctions+<Topic>.swift`, a chunk in the language tests.
package enum BuiltinFunctions {
    package static let all: [NativeFunction] = values + attributes + iteration + numbers + namespaces + bytes + refused
}
