import Foundation

/// Changes of an event: a field dropped, nulled, of another type, of another value.
package enum EventMutator {
    /// At most `max` changes of the event, each of one field, spread over its fields. `salt` shifts which they are.
    package static func changes(of json: [UInt8], max: Int, salt: Int = 0) -> [[UInt8]] {
        guard max > 0, let root = try? JSONSerialization.jsonObject(with: Data(json)) else { return [] }
        var paths: [[Any]] = []
        collect(root, [], &paths)
        let count = paths.count * kinds.count
        guard count > 0 else { return [] }
        let step = Swift.max(1, count / max)
        var result: [[UInt8]] = []
        var number = (paths.count + salt) % step
        while number < count, result.count < max {
            let path = paths[number / kinds.count]
            let changed = change(root, path[...], kinds[(number + salt) % kinds.count])
            if let changed, JSONSerialization.isValidJSONObject(changed),
                let data = try? JSONSerialization.data(withJSONObject: changed, options: .sortedKeys)
            {
                result.append(Array(data))
            }
            number += step
        }
        return result
    }

    private static let kinds: [@Sendable (Any) -> Any?] = [
        { _ in nil },
        { _ in NSNull() },
        { $0 is String ? 7 as Any : "text" as Any },
        { [$0] as Any },
        { ($0 as? String).map { $0 + "x" } ?? ["a": 1] as Any },
        { ($0 as? String).map { $0.uppercased() } ?? "" as Any },
        { _ in false },
        { _ in [String: Any]() },
        { _ in [Any]() },
        { ($0 as? String).map { String($0.dropFirst()) } ?? -1 as Any },
        { _ in "é" },
    ]

    private static func collect(_ value: Any, _ path: [Any], _ paths: inout [[Any]]) {
        if !path.isEmpty { paths.append(path) }
        if let object = value as? [String: Any] {
            for (key, inner) in object.sorted(by: { $0.key < $1.key }) { collect(inner, path + [key], &paths) }
        } else if let list = value as? [Any] {
            for (index, inner) in list.prefix(4).enumerated() { collect(inner, path + [index], &paths) }
        }
    }

    private static func change(_ value: Any, _ path: ArraySlice<Any>, _ body: (Any) -> Any?) -> Any? {
        guard let first = path.first else { return body(value) }
        if var object = value as? [String: Any], let key = first as? String, let inner = object[key] {
            object[key] = change(inner, path.dropFirst(), body)
            return object
        }
        if var list = value as? [Any], let index = first as? Int, index < list.count {
            if let changed = change(list[index], path.dropFirst(), body) {
                list[index] = changed
            } else {
                list.remove(at: index)
            }
            return list
        }
        return value
    }
}
