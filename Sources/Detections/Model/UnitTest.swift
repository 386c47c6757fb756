package import Diagnostics
package import Documents

/// A detection's own example: an input and what must come of it.
package struct UnitTest: Sendable {
    /// As written; not necessarily unique.
    package var name: String
    /// What the detection must return.
    package var expectedResult: Bool
    /// What the detection is run on.
    package var input: Input
    /// The destinations it must choose; nil if the test does not say.
    package var expectedDestinations: [String]?
    /// Names of the module that are replaced while the test runs; of several with one name the last counts.
    package var mocks: [Mock]
    /// The place of the test's name.
    package var span: Span

    /// A test.
    package init(
        name: String,
        expectedResult: Bool,
        input: Input,
        expectedDestinations: [String]? = nil,
        mocks: [Mock] = [],
        span: Span
    ) {
        self.name = name
        self.expectedResult = expectedResult
        self.input = input
        self.expectedDestinations = expectedDestinations
        self.mocks = mocks
        self.span = span
    }

    /// What a test feeds.
    package enum Input: Sendable {
        /// An event of a log or a row of a query.
        case event(DataNode)
        /// Events of a log, and how many of them must match at least.
        case events([DataNode], matchesMin: Int)
        /// The state of a resource.
        case resource(DataNode)
        /// Matches of other detections, in the vendor's syntax.
        case matches(DataNode)
    }

    /// The tree of the input, whatever kind it is.
    package var inputNode: DataNode {
        switch input {
        case .event(let node), .resource(let node), .matches(let node): node
        case .events(let nodes, _): DataNode(.list(nodes))
        }
    }

    /// What the detection is run on, one after the other.
    package var inputNodes: [DataNode] {
        if case .events(let nodes, _) = input { nodes } else { [inputNode] }
    }
}

/// A name of a rule's module that a test replaces by a function of fixed result.
package struct Mock: Sendable, Equatable {
    /// The name in the module.
    package var name: String
    /// What calling it gives: a text or a boolean, verbatim.
    package var returnValue: DataValue
    /// The place of the name.
    package var span: Span

    /// A replacement for one test.
    package init(name: String, returnValue: DataValue, span: Span = Span(0, 0)) {
        self.name = name
        self.returnValue = returnValue
        self.span = span
    }
}
