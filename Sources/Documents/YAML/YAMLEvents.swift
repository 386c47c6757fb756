import CYAML

/// libyaml's events, one after the other; the only place that touches its memory.
///
/// The parser object is owned here and freed with it; every event is copied into Swift values before it is freed.
struct YAMLEvents: ~Copyable {
    /// An event as Swift values.
    struct Event {
        var kind: Kind
        var start: YAMLMark
        var end: YAMLMark
    }

    enum Kind {
        case streamStart
        case streamEnd
        case documentStart
        case documentEnd
        case alias(String)
        case scalar(Scalar)
        case sequenceStart(anchor: String?, tag: String?)
        case sequenceEnd
        case mappingStart(anchor: String?, tag: String?)
        case mappingEnd
    }

    struct Scalar {
        var text: String
        var anchor: String?
        /// Nil where the text alone decides.
        var tag: String?
        /// Whether the text is resolved as a plain one.
        var isPlain: Bool
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>

    /// A parser over a copy of `bytes`, which libyaml needs to stay in place.
    init(_ bytes: [UInt8]) throws(YAMLFault) {
        parser = .allocate(capacity: 1)
        input = .allocate(capacity: max(1, bytes.count))
        let (_, end) = input.initialize(from: bytes)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            input.deallocate()
            throw YAMLFault(.limit, "out of memory")
        }
        yaml_parser_set_input_string(parser, UnsafePointer(input.baseAddress), end)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event. Not to be called after ``Kind/streamEnd`` or a fault.
    func next() throws(YAMLFault) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
        defer { yaml_event_delete(&event) }
        return Event(
            kind: Self.kind(of: event),
            start: Self.mark(event.start_mark),
            end: Self.mark(event.end_mark)
        )
    }

    private static func kind(of event: yaml_event_t) -> Kind {
        switch event.type {
        case YAML_STREAM_START_EVENT: .streamStart
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_ALIAS_EVENT: .alias(text(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT: .scalar(scalar(event.data.scalar))
        case YAML_SEQUENCE_START_EVENT:
            .sequenceStart(
                anchor: text(event.data.sequence_start.anchor),
                tag: text(event.data.sequence_start.tag)
            )
        case YAML_SEQUENCE_END_EVENT: .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            .mappingStart(
                anchor: text(event.data.mapping_start.anchor),
                tag: text(event.data.mapping_start.tag)
            )
        case YAML_MAPPING_END_EVENT: .mappingEnd
        default: .streamEnd
        }
    }

    private static func scalar(_ data: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) -> Scalar {
        Scalar(
            text: String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self),
            anchor: text(data.anchor),
            tag: text(data.tag),
            isPlain: data.plain_implicit != 0
        )
    }

    private static func text(_ pointer: UnsafePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func mark(_ mark: yaml_mark_t) -> YAMLMark {
        YAMLMark(
            index: Int(clamping: mark.index),
            line: Int(clamping: mark.line),
            column: Int(clamping: mark.column)
        )
    }

    private func fault() -> YAMLFault {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "unknown problem"
        switch state.error {
        case YAML_READER_ERROR:
            return YAMLFault(
                .reader(character: Int(state.problem_value), offset: Int(clamping: state.problem_offset)),
                problem
            )
        case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
            let context = state.context.map { String(cString: $0) }
            return YAMLFault(
                .syntax,
                problem,
                at: Self.mark(state.problem_mark),
                context: context,
                contextMark: context == nil ? nil : Self.mark(state.context_mark)
            )
        default:
            return YAMLFault(.limit, "out of memory")
        }
    }
}
