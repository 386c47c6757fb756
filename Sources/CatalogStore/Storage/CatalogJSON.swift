package import Foundation

/// Values of the catalogue as JSON, the same value always as the same text: members are in alphabetical order.
package enum CatalogJSON {
    /// The text of a value.
    ///
    /// - Parameter isPretty: Whether it is laid out over lines, for people.
    package static func encode(_ value: some Encodable, isPretty: Bool = false) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return try encoder.encode(value)
    }
}
