/// Adds Panther's standard fields to raw events of one log type.
///
/// An event that has `p_log_type` is normalised already and left as it is. The fields and their form are those of
/// Panther's documentation: text in UTC, indicators as sorted lists without repetition, nothing for an empty list.
package struct StandardFields {
    /// What comes from outside the event.
    package struct Context: Sendable {
        /// `p_parse_time`, and `p_event_time` where the event has no time that can be read.
        package var parseTime: EventTime
        /// `p_row_id`; nil leaves it out.
        package var rowID: String?
        /// `p_source_id`; nil leaves it out.
        package var sourceID: String?
        /// `p_source_label`; nil leaves it out.
        package var sourceLabel: String?

        /// A context with these values.
        package init(
            parseTime: EventTime,
            rowID: String? = nil,
            sourceID: String? = nil,
            sourceLabel: String? = nil
        ) {
            self.parseTime = parseTime
            self.rowID = rowID
            self.sourceID = sourceID
            self.sourceLabel = sourceLabel
        }
    }

    private let schema: LogSchema
    private let logType: [UInt8]
    private let eventTime: InternedFieldPath?
    private let indicatorPaths: [(path: InternedFieldPath, rule: IndicatorRule)]
    private let logTypeKey: KeyID
    private var collector = IndicatorCollector()
    private var recentTime = RecentTime()
    private var eventTimeText = TimeText()
    private var parseTimeText = TimeText()
    /// Whether the lists of indicators are added; a caller none of whose rules reads them saves their time.
    package var addsIndicators = true

    /// Fields by `schema` for tapes that are made with `table`, which gets the keys that are read.
    package init(_ schema: LogSchema = .cloudTrail, in table: inout KeyTable) {
        self.schema = schema
        logType = Array(schema.logType.utf8)
        logTypeKey = table.intern("p_log_type")
        eventTime = (try? FieldPath(schema.eventTime)).map { InternedFieldPath($0, in: &table) }
        var paths: [(path: InternedFieldPath, rule: IndicatorRule)] = []
        for (path, rule) in schema.indicators {
            if let path = try? FieldPath(path) { paths.append((InternedFieldPath(path, in: &table), rule)) }
        }
        indicatorPaths = paths
    }

    /// The event's own time, if it has one that can be read.
    package mutating func eventTime(of view: TapeView) -> EventTime? {
        guard let node = eventTime?.find(in: view), view.kind(of: node) == .string else { return nil }
        return recentTime.read(view.bytes(view.text(of: node)))
    }

    /// Adds the fields to the event on `tape`; false if it has `p_log_type` or is no object. A fault, and an empty
    /// tape, if the fields pass the tape's limits. O(size of the event).
    package mutating func add(to tape: inout Tape, _ context: Context) throws(TapeFault) -> Bool {
        let view = tape.view
        guard view.kind(of: Tape.root) == .object,
            view.lookup(in: Tape.root, key: logTypeKey) == Tape.missing
        else { return false }
        collector.removeAll()
        if addsIndicators { collectIndicators(view) }
        let time = eventTime(of: view) ?? context.parseTime
        try tape.extend { builder in
            builder.key(static: "p_log_type")
            logType.withUnsafeBytes { builder.string($0) }
            if let rowID = context.rowID { addMember("p_row_id", rowID, to: &builder) }
            eventTimeText.add(time, as: "p_event_time", to: &builder)
            parseTimeText.add(context.parseTime, as: "p_parse_time", to: &builder)
            builder.key(static: "p_schema_version")
            builder.integer(schema.version)
            if let sourceID = context.sourceID { addMember("p_source_id", sourceID, to: &builder) }
            if let sourceLabel = context.sourceLabel { addMember("p_source_label", sourceLabel, to: &builder) }
            addIndicators(view, to: &builder)
        }
        return true
    }

    /// Adds the indicators to an event that got the other fields while ``addsIndicators`` was off: for the few events of
    /// which they are wanted after all. A fault, and an empty tape, if they pass the tape's limits. O(size of the event).
    package mutating func addIndicators(to tape: inout Tape) throws(TapeFault) {
        let view = tape.view
        guard view.kind(of: Tape.root) == .object else { return }
        collector.removeAll()
        collectIndicators(view)
        try tape.extend { builder in addIndicators(view, to: &builder) }
    }

    /// Whether ``addIndicators(to:)`` will not pass the tape's limits, whatever the event's indicators are.
    package static func hasRoomForIndicators(_ tape: borrowing Tape) -> Bool {
        // Each text of the event is copied twice at most, as a tag and with its escapes resolved.
        tape.hasRoom(
            nodes: IndicatorCollector.entryCountMax + Indicator.allCases.count,
            bytes: 4 * tape.view.inputBytes.count + 1024
        )
    }

    private mutating func addIndicators(_ view: TapeView, to builder: inout TapeBuilder) {
        var isOpen = false
        collector.forEachValue(in: view) { value in
            if value.isFirst {
                if isOpen { builder.endArray() }
                builder.key(value.indicator.rawValue)
                builder.beginArray()
                isOpen = true
            }
            if let made = value.made { builder.string(made) } else { builder.string(value.text) }
        }
        if isOpen { builder.endArray() }
    }

    /// A time as text. Events of one second share it, and those of one batch the time of parsing. In place: handing on a text of
    /// its own would count references for each event.
    private struct TimeText {
        private var time: EventTime?
        private var room: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        private var count = 0

        mutating func add(_ time: EventTime, as key: StaticString, to builder: inout TapeBuilder) {
            builder.key(static: key)
            withUnsafeMutableBytes(of: &room) { room in
                if time != self.time {
                    self.time = time
                    count = room.withMemoryRebound(to: UInt8.self) { time.writePantherText(into: $0) }
                }
                builder.string(UnsafeRawBufferPointer(rebasing: room[..<count]))
            }
        }
    }

    private func addMember(_ key: String, _ value: String, to builder: inout TapeBuilder) {
        builder.key(key)
        builder.string(value)
    }

    private mutating func collectIndicators(_ view: TapeView) {
        for (path, rule) in indicatorPaths {
            let node = path.find(in: view)
            if view.kind(of: node) == .string { collector.collect(rule, view.text(of: node), in: view) }
        }
        guard schema.readsAWSKeys else { return }
        for index in 1..<max(view.nodeCount, 1) {
            let node = view.node(index)
            switch node.kind {
            case .string: collectString(index, rule: rule(of: index, view), view)
            case .array: collectArray(index, view)
            case .object where rule(of: index, view) == .tag: collectTag(index, view)
            case .object, .null, .true, .false, .integer, .double: break
            }
        }
    }

    private func rule(of index: UInt32, _ view: TapeView) -> IndicatorRule? {
        IndicatorRule.forKey(view.bytes(view.key(of: index)))
    }

    /// A string by its key's rule; without one it still may be a resource name.
    private mutating func collectString(_ index: UInt32, rule: IndicatorRule?, _ view: TapeView) {
        let text = view.text(of: index)
        if let rule {
            collector.collect(rule, text, in: view)
        } else if text.length > 4, view.bytes(text).starts(with: "arn:".utf8) {
            collector.collect(.resourceName, text, in: view)
        }
    }

    /// An array's elements have its key.
    private mutating func collectArray(_ index: UInt32, _ view: TapeView) {
        guard let rule = rule(of: index, view) else { return }
        for child in view.children(of: index) {
            switch view.kind(of: child) {
            case .string: collectString(child, rule: rule, view)
            case .object where rule == .tag: collectTag(child, view)
            default: break
            }
        }
    }

    /// A tag as an object of `key` and `value`.
    private mutating func collectTag(_ index: UInt32, _ view: TapeView) {
        let key = view.lookup(in: index, key: "key")
        let value = view.lookup(in: index, key: "value")
        guard view.kind(of: key) == .string, view.kind(of: value) == .string else { return }
        collector.collectTag(key: view.text(of: key), value: view.text(of: value), in: view)
    }
}
