import Diagnostics

struct ScopeChecker {
    var diagnostics: [Diagnostic] = []
    init(_ s: Source, isComplete: Bool) {}
    mutating func check(_ b: [Statement]) {}
}
