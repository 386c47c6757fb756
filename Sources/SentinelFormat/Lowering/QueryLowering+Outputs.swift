import Conditions
import Detections

/// What rows carry.
extension QueryLowering {
    /// The columns that the query makes, in the order in which they are shown. Columns of the table itself are all there where
    /// nothing chooses among them, and are not listed.
    func outputs(of rows: Rows) -> [OutputField] {
        rows.order.compactMap { name in
            guard let column = rows.columns[name] else { return nil }
            return OutputField(
                name: name,
                origin: column.origin,
                kind: kind(of: column.value),
                reads: reads(of: column.value, rows)
            )
        }
    }

    private func kind(of value: QueryValue) -> OutputField.Kind {
        switch value {
        case .reading(let reading) where reading.transforms.isEmpty: .field
        case .constant, .span: .constant
        default: .computed
        }
    }
}
