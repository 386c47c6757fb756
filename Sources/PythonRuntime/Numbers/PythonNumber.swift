/// A number whose kind the arguments decide, as the result of `int ** int`.
package enum PythonNumber: Hashable, Sendable {
    case integer(PythonInteger)
    case float(Double)
}
