/// Which log a rule is about. Source: Sigma rules specification 2.1, "LogSource".
package struct LogSource: Hashable, Sendable {
    /// A kind of log of many products: `process_creation`.
    package var category: String?
    /// `windows`, `aws`.
    package var product: String?
    /// A log of the product: `cloudtrail`.
    package var service: String?

    /// A log source.
    package init(category: String? = nil, product: String? = nil, service: String? = nil) {
        self.category = category
        self.product = product
        self.service = service
    }

    /// Whether everything that this names, `other` names too.
    package func covers(_ other: LogSource) -> Bool {
        (category == nil || category == other.category) && (product == nil || product == other.product)
            && (service == nil || service == other.service)
    }

    /// The parts that are there, as a log type of their own where no pipeline names one: `windows/process_creation`.
    package var logType: String { [product, category, service].compactMap(\.self).joined(separator: "/") }
}
