import Checks
import Diagnostics
import PantherFormat
import Pipeline
import PythonRuntime
import PythonSyntax

/// All codes of all targets.
enum DiagnosticCodes {
    static let all: [Diagnostic.Code] =
        Diagnostic.syntaxCodes + Diagnostic.Code.compilerCodes + Diagnostic.pantherCodes + Diagnostic.inputCodes
        + Diagnostic.checkCodes
}
