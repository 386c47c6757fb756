/// A rule's own test: what it feeds, what must come of it, and what did.
package struct TestEntry: Codable, Hashable, Sendable {
    /// As written; not necessarily unique.
    package var name: String
    /// Whether the rule is expected to match.
    package var expectsMatch: Bool
    /// The event, as JSON text on one line; nil for one that has no JSON form.
    package var event: String?
    /// Names of the rule's module that are replaced.
    package var mocks: [Mock]
    /// Whether the test passed when the catalogue was built; nil if it was not run.
    package var passed: Bool?
    /// What the rule's functions gave, in the order shown.
    package var functions: [Function]
    /// Why it could not be run.
    package var failure: String?
    /// What the condition says of the event.
    package var condition: ConditionVerdict

    /// A test.
    package init(
        name: String,
        expectsMatch: Bool,
        event: String?,
        mocks: [Mock] = [],
        passed: Bool? = nil,
        functions: [Function] = [],
        failure: String? = nil,
        condition: ConditionVerdict = .none
    ) {
        self.name = name
        self.expectsMatch = expectsMatch
        self.event = event
        self.mocks = mocks
        self.passed = passed
        self.functions = functions
        self.failure = failure
        self.condition = condition
    }

    /// A name that is replaced by a function of fixed result.
    package struct Mock: Codable, Hashable, Sendable {
        /// The name in the module.
        package var name: String
        /// What calling it gives, as JSON text.
        package var returnValue: String

        /// A replacement.
        package init(name: String, returnValue: String) {
            self.name = name
            self.returnValue = returnValue
        }
    }

    /// What one function gave.
    package struct Function: Codable, Hashable, Sendable {
        /// `rule`, `title`, `alertContext` …
        package var name: String
        /// The result as JSON text; an exception's class and message where it failed.
        package var result: String
        /// Whether it raised.
        package var isError: Bool

        /// What a function gave.
        package init(name: String, result: String, isError: Bool) {
            self.name = name
            self.result = result
            self.isError = isError
        }
    }

    /// What the condition says of the test's event.
    package enum ConditionVerdict: String, Codable, Hashable, Sendable {
        /// What the test expects.
        case agrees
        /// The opposite.
        case disagrees
        /// It cannot say.
        case undecided
        /// There is no condition to ask.
        case none
    }
}
