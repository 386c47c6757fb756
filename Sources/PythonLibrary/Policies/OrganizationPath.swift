/// A path in an organization of AWS, as conditions write it: `o-a1/r-b2/ou-c3/`, with wildcards.
struct OrganizationPath {
    private(set) var organization: String?
    private(set) var root: String?
    private(set) var units: [String] = []
    private(set) var isValidForChildren = false
    private(set) var isValidForParent = false
    private(set) var isValidForAll = true
    private(set) var isInvalid = false

    init(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for (index, part) in parts.enumerated() {
            switch index {
            case 0:
                if part.hasPrefix("o-") || part == "*" { organization = part } else { isInvalid = true }
            case 1:
                if part.hasPrefix("r-") || part == "*" { root = part } else { isInvalid = true }
            default: read(unit: part)
            }
            if isInvalid { return }
        }
    }

    /// A unit; nothing may follow an end or a wildcard.
    private mutating func read(unit: String) {
        guard !isValidForParent, !isValidForChildren else {
            isInvalid = true
            return
        }
        switch unit {
        case "": isValidForParent = true
        case "*":
            isValidForChildren = true
            isValidForParent = true
        case "ou-*": isValidForChildren = true
        default:
            isValidForAll = false
            if unit.hasPrefix("ou-") { units.append(unit) } else { isInvalid = true }
        }
    }
}
