import Detections
import Documents
import Events

/// What alert keys say of an event, in the form in which Python's functions say it.
extension ExpressionProgram {
    /// The outcome of the key that stands for `function`; nil where there is none, so that the function, or its absence,
    /// decides. In production what cannot be worded falls back as a function's error does.
    func outcome(
        of function: DetectionFunction,
        _ pack: DetectionPack,
        _ index: Int,
        _ event: TapeView,
        mode: EvaluationMode
    ) -> FunctionOutcome? {
        guard !alerts.isEmpty, let keys = alerts[index] else { return nil }
        switch function {
        case .title: return keys.title.map { .text(title($0, event)) }
        case .severity: return keys.severities.map { severity($0, event, mode) }
        case .alertContext: return keys.context.map { context($0, event, mode) }
        case .dedup:
            return keys.groupBy.map { paths in
                let text = deduplication(paths, event)
                return .text(text.isEmpty ? DetectionLimits.defaultDeduplication(pack.detections[index].id) : text)
            }
        default: return nil
        }
    }

    private func title(_ parts: [LinkedAlertKeys.TitlePart], _ event: TapeView) -> String {
        var title = ""
        // A cut text needs no more than this much of each part.
        for part in parts where title.utf8.count <= 4 * DetectionLimits.textMax {
            switch part {
            case .text(let text): title += text
            case .value(let path): title += text(of: path, event)
            }
        }
        return DetectionLimits.truncated(title)
    }

    /// The first severity whose conditions hold. None gives no outcome: the static severity holds.
    private func severity(
        _ severities: [(severity: Severity, node: UInt32)],
        _ event: TapeView,
        _ mode: EvaluationMode
    ) -> FunctionOutcome {
        do throws(FunctionError) {
            for (severity, node) in severities where try evaluate(node, event) { return .text(severity.rawValue) }
        } catch {
            return mode == .test ? .error(error) : .absent
        }
        return .absent
    }

    private func context(
        _ entries: [(name: String, path: UInt32)],
        _ event: TapeView,
        _ mode: EvaluationMode
    ) -> FunctionOutcome {
        var map: [DataMap.Entry] = []
        for (name, path) in entries {
            let entry = DataMap.Entry(key: DataNode(.string(name)), value: DataNode(value(of: path, event)))
            // As a Python dict: a name used twice keeps its place and its last value.
            if let place = map.firstIndex(where: { $0.key == entry.key }) {
                map[place] = entry
            } else {
                map.append(entry)
            }
        }
        do throws(DataNode.JSONFault) {
            let json = try DataNode(.map(DataMap(map))).json(.python)
            guard json.count <= DetectionLimits.contextMax else {
                return .json(DetectionLimits.oversizedContext(json.count))
            }
            return .json(String(decoding: json, as: UTF8.self))
        } catch {
            let error = FunctionError(type: "ValueError", message: "the context is too large for JSON")
            return mode == .test ? .error(error) : .json("{\"_error\": \"\(error.type)('\(error.message)')\"}")
        }
    }

    /// The text of a value where there is one key; of several a JSON array, so that no two lists of values look alike.
    private func deduplication(_ paths: [UInt32], _ event: TapeView) -> String {
        let text: String
        if paths.count == 1 {
            text = self.text(of: paths[0], event)
        } else {
            let values = paths.map { DataNode(value(of: $0, event)) }
            text = Self.readable(.list(values))
        }
        return DetectionLimits.truncated(text)
    }

    // MARK: Values

    /// What a path finds; null where it finds nothing, and a list for a path that may find several.
    private func value(of path: UInt32, _ event: TapeView) -> DataValue {
        let path = paths[Int(path)]
        var evaluation = ExpressionEvaluation(event: event, constants: constants.view)
        guard path.isPlural else { return event.dataValue(of: evaluation.find(path, from: Tape.root, self)) }
        var values: [DataNode] = []
        // Past its budget a walk stops, and the list is shorter.
        _ = try? evaluation.visit(path, from: Tape.root, self) { (_, found) throws(FunctionError) in
            values.append(DataNode(event.dataValue(of: found)))
            return false
        }
        return .list(values)
    }

    /// As it stands in a title: a string as it is, null and what is not there as nothing, other scalars as Python's `str` writes
    /// them, lists and maps as JSON.
    private func text(of path: UInt32, _ event: TapeView) -> String {
        let value = value(of: path, event)
        switch value {
        case .null: return ""
        case .string(let text): return text
        case .bool(let flag): return flag ? "True" : "False"
        case .int(let number): return String(number)
        case .bigInt(let digits): return digits
        case .double(let number): return number.pythonRepresentation
        case .bytes, .list, .map: return Self.readable(value)
        }
    }

    /// JSON for people.
    private static func readable(_ value: DataValue) -> String {
        let layout = DataNode.JSONLayout(spaced: true, asciiOnly: false)
        return String(decoding: (try? DataNode(value).json(layout)) ?? [], as: UTF8.self)
    }
}

extension TapeView {
    /// A node of the tape as a value of its own; null where there is no node. O(its size); the tape bounds its depth.
    func dataValue(of node: UInt32) -> DataValue {
        guard node != Tape.missing else { return .null }
        switch kind(of: node) {
        case .null: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .integer:
            if let number = int64(of: node) { return .int(number) }
            return .bigInt(string(text(of: node)))
        case .double: return .double(double(of: node) ?? .nan)
        case .string: return .string(string(text(of: node)))
        case .array: return .list(children(of: node).map { DataNode(dataValue(of: $0)) })
        case .object:
            return .map(
                DataMap(
                    children(of: node).map {
                        DataMap.Entry(key: DataNode(.string(string(key(of: $0)))), value: DataNode(dataValue(of: $0)))
                    }
                )
            )
        }
    }
}
