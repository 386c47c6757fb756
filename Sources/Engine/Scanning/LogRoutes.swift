import Conditions
import PythonRuntime

/// What events of one log type go through. Of log types that no rule runs on there is none.
struct LogRoute {
    let logType: String
    /// The rules, by their index in the pack.
    let rules: [Int]
    /// Tells them apart; nil where every rule runs on every event. ``LogRoutes`` keeps it.
    let router: Unmanaged<Router>?
    /// The rules' conditions on events of this type, by the rule's index in the pack; empty where none is used.
    let conditions: [CompiledConditions.ID?]
    let dataModel: DataModelReference?
    /// Where it is counted which fields its events have.
    let sightings: Int?

    fileprivate var bytes: [UInt8] { Array(logType.utf8) }
}

/// The ways of events, by log type.
struct LogRoutes {
    private let routes: [LogRoute]
    private let names: [[UInt8]]
    private let numbers: [String: Int]
    /// The routes that were taken last, by something of their names: inputs mix a few log types.
    private var recent = [Int](repeating: -1, count: recentCount)
    private let routers: [Router]

    private static let recentCount = 32

    /// Routes of different log types; `routers` are those that they name.
    init(_ routes: [LogRoute] = [], keeping routers: [Router] = []) {
        self.routes = routes
        self.routers = routers
        names = routes.map(\.bytes)
        numbers = Dictionary(uniqueKeysWithValues: routes.enumerated().map { ($0.element.logType, $0.offset) })
    }

    subscript(number: Int) -> LogRoute { routes[number] }

    /// The log type of a route.
    func logType(_ number: Int) -> String { routes[number].logType }

    /// The number of the route of a log type; nil for one without.
    func number(of logType: String) -> Int? { numbers[logType] }

    /// As ``number(of:)``, of a log type as an event names it. O(length), and no hash of it where it was asked for lately.
    mutating func number(of text: UnsafeRawBufferPointer) -> Int? {
        guard let last = text.last else { return nil }
        // Names of types of one product differ in length, and those of one length in the middle or at the end.
        let place = (text.count &* 7 &+ Int(last) &* 3 &+ Int(text[text.count >> 1])) & (Self.recentCount - 1)
        let known = recent[place]
        if known >= 0, Self.areEqual(text, names[known]) { return known }
        guard let number = numbers[String(decoding: text, as: UTF8.self)] else { return nil }
        recent[place] = number
        return number
    }

    /// Whether `text` is the name of a route.
    @inline(__always)
    func isName(_ text: UnsafeRawBufferPointer, of number: Int) -> Bool { Self.areEqual(text, names[number]) }

    @inline(__always)
    private static func areEqual(_ text: UnsafeRawBufferPointer, _ bytes: [UInt8]) -> Bool {
        guard text.count == bytes.count else { return false }
        for offset in 0..<text.count where text[offset] != bytes[offset] { return false }
        return true
    }
}
