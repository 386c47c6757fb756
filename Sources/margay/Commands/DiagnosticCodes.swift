import Checks
import ChronicleFormat
import Detections
import Diagnostics
import Documents
import Engine
import KQL
import PantherFormat
import Pipeline
import PythonRuntime
import PythonSyntax
import SentinelFormat
import SigmaFormat

/// All codes of all targets.
enum DiagnosticCodes {
    static let all: [Diagnostic.Code] =
        Diagnostic.syntaxCodes + Diagnostic.Code.compilerCodes + Diagnostic.Code.yamlCodes + Diagnostic.pantherCodes
        + Diagnostic.Code.fieldAliasCodes
        + Diagnostic.sigmaCodes
        + Diagnostic.yaraLCodes
        + Diagnostic.engineCodes
        + Diagnostic.inputCodes
        + Diagnostic.checkCodes
        + Diagnostic.kqlCodes + Diagnostic.sentinelCodes
}
