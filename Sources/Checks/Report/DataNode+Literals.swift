import Detections
import Documents

extension DataNode {
    /// An object of these members, in order; those without a value are left out.
    static func object(_ members: KeyValuePairs<String, DataNode?>) -> DataNode {
        DataNode(
            .map(
                DataMap(
                    members.compactMap { key, value in
                        value.map { DataMap.Entry(key: DataNode(.string(key)), value: $0) }
                    }
                )
            )
        )
    }

    /// A text.
    static func text(_ text: String) -> DataNode { DataNode(.string(text)) }

    /// An integer.
    static func number(_ number: Int) -> DataNode { DataNode(.int(Int64(number))) }

    /// A list.
    static func list(_ elements: [DataNode]) -> DataNode { DataNode(.list(elements)) }

    /// The value as JSON on one line. Built from our own texts, it always has a JSON form, but one that is too long.
    var jsonText: String {
        do throws(JSONFault) { return String(decoding: try json(), as: UTF8.self) } catch { return "null" }
    }
}
