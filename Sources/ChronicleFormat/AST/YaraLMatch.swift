/// Section `match`: what groups events, and for how long.
package struct YaraLMatch: Hashable, Sendable {
    /// Placeholders; in searches fields too.
    package var keys: [YaraLExpression]
    /// How time is cut; nil for no limit.
    package var window: Window?

    /// Keys and a window.
    package init(keys: [YaraLExpression], window: Window? = nil) {
        self.keys = keys
        self.window = window
    }

    /// How time is cut into groups.
    package struct Window: Hashable, Sendable {
        /// The word before its length.
        package var kind: Kind
        /// How long it is.
        package var length: YaraLDuration
        /// The event that it begins or ends with, for a sliding window.
        package var pivot: Pivot?

        /// A window.
        package init(_ kind: Kind, _ length: YaraLDuration, pivot: Pivot? = nil) {
            self.kind = kind
            self.length = length
            self.pivot = pivot
        }
    }

    /// The words that begin a window.
    package enum Kind: String, Hashable, Sendable {
        /// Windows that overlap, or with a pivot one that slides.
        case over
        /// Windows side by side, as searches write them.
        case overEvery = "over every"
        /// Windows side by side.
        case by
    }

    /// Which end of a sliding window an event is.
    package struct Pivot: Hashable, Sendable {
        /// Whether the window lies before the event.
        package var isBefore: Bool
        /// The variable of the event.
        package var variable: String

        /// A window that begins or ends with the event of `variable`.
        package init(isBefore: Bool, variable: String) {
            self.isBefore = isBefore
            self.variable = variable
        }
    }
}

/// A length of time.
package struct YaraLDuration: Hashable, Sendable {
    /// How many, in digits; nil for one that is not written, as in `by day`.
    package var count: String?
    /// `s`, `m`, `h`, `d`, `w`, or a word such as `hour`.
    package var unit: String

    /// So many units.
    package init(count: String?, unit: String) {
        self.count = count
        self.unit = unit
    }

    /// The length in seconds; nil for a unit without a fixed length, or a number that is too large.
    package var seconds: Int? {
        let length: Int
        switch unit {
        case "s", "second", "seconds": length = 1
        case "m", "minute", "minutes": length = 60
        case "h", "hour", "hours": length = 3600
        case "d", "day", "days": length = 86_400
        case "w", "week", "weeks": length = 604_800
        default: return nil
        }
        guard let count = count.map({ Int($0) }) ?? 1 else { return nil }
        let (product, overflows) = count.multipliedReportingOverflow(by: length)
        return overflows ? nil : product
    }
}
