import Detections
import Documents
import Events
import PythonRuntime

extension LookupIndex {
    /// What `event.lookup` calls.
    var function: @Sendable (inout Machine, String, String) throws(Raised) -> Value {
        { (machine, table, key) throws(Raised) in
            guard let row = row(ofTable: table, key: key) else { return .none }
            try machine.charge(row.count / 64)
            var tape = Tape()
            // It was parsed when the index was made.
            guard (try? tape.parse(copying: row)) != nil else { return .none }
            return try machine.makeValue(tape.view.dataValue(of: Tape.root))
        }
    }
}

extension Machine {
    /// A value of a file as plain Python values. As deep as the file, which its parser bounds.
    mutating func makeValue(_ value: DataValue) throws(Raised) -> Value {
        switch value {
        case .null, .bytes: return .none
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .int(number)
        case .bigInt(let digits): return try makeString(digits)
        case .double(let number): return .float(number)
        case .string(let text): return try makeString(text)
        case .list(let elements):
            let list = try makeList(capacity: elements.count)
            for element in elements { try append(try makeValue(element.value), to: list) }
            return list
        case .map(let map):
            let dictionary = try makeDictionary(capacity: map.entries.count)
            for entry in map.entries {
                try set(try makeValue(entry.key.value), to: try makeValue(entry.value.value), in: dictionary)
            }
            return dictionary
        }
    }
}
