import Detections
import Diagnostics
import Documents

/// An item that passed validation by itself.
struct LoadedItem {
    /// The file, as walked.
    var path: String
    /// Its folder, as walked.
    var folder: String
    var source: Source
    var type: ItemType
    var id: String
    var item: DataMap

    /// The place of the identifier.
    var idSpan: Span { item[type.idKey]?.span ?? Span(0, 0) }

    /// The path of a file that the item names, as the tool joins it.
    func path(of name: String) -> String { PathName.join(folder, name) }

    func text(_ key: String) -> String? { item[key]?.string }

    func texts(_ key: String) -> [String] { item[key]?.strings ?? [] }
}
