/// An entry of a dictionary; a removed one has an unbound key.
struct DictionaryEntry {
    var hash: UInt64
    var key: Value
    var value: Value

    static let stride = 40
}
