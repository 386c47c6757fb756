/// The builtin exception classes, in an order in which each base comes before its subclasses.
package enum ExceptionType: Int, CaseIterable, Sendable {
    case baseException, exception
    case arithmeticError, floatingPointError, overflowError, zeroDivisionError
    case assertionError, attributeError, bufferError, eofError
    case importError, moduleNotFoundError
    case lookupError, indexError, keyError
    case memoryError
    case nameError, unboundLocalError
    case osError, blockingIOError, connectionError, fileExistsError, fileNotFoundError, permissionError, timeoutError
    case referenceError
    case runtimeError, notImplementedError, recursionError
    case stopIteration, stopAsyncIteration
    case syntaxError, systemError
    case typeError
    case valueError, unicodeError, unicodeDecodeError, unicodeEncodeError, unicodeTranslateError
    case warning, userWarning, deprecationWarning, runtimeWarning
    case keyboardInterrupt, systemExit, generatorExit
    /// Ours: a rule used up a limit. No handler catches it.
    case budgetExceeded

    /// As rules write it.
    package var name: String { ExceptionType.names[rawValue] }

    /// By the case's number: a name is asked for at each `raise`.
    private static let names: [String] = allCases.map { type in
        switch type {
        case .eofError: "EOFError"
        case .osError: "OSError"
        case .blockingIOError: "BlockingIOError"
        default: capitalized("\(type)")
        }
    }

    /// The classes by name.
    static let named: [String: ExceptionType] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// The class it is derived from; nil for `BaseException`.
    package var base: ExceptionType? {
        switch self {
        case .baseException: nil
        case .exception, .keyboardInterrupt, .systemExit, .generatorExit, .budgetExceeded: .baseException
        case .floatingPointError, .overflowError, .zeroDivisionError: .arithmeticError
        case .moduleNotFoundError: .importError
        case .indexError, .keyError: .lookupError
        case .unboundLocalError: .nameError
        case .blockingIOError, .connectionError, .fileExistsError, .fileNotFoundError, .permissionError, .timeoutError:
            .osError
        case .notImplementedError, .recursionError: .runtimeError
        case .unicodeError: .valueError
        case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError: .unicodeError
        case .userWarning, .deprecationWarning, .runtimeWarning: .warning
        default: .exception
        }
    }
}
