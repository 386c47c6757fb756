/// The countries of ISO 3166-1, in the order of their codes of three letters.
struct CountryTable: Sendable {
    struct Country: Sendable {
        /// `US`.
        var alpha2: String
        /// `USA`.
        var alpha3: String
        /// Three digits.
        var numeric: String
        var name: String
        var officialName: String?
        /// What people call it, where that is another name.
        var commonName: String?

        /// The two letters of its code as regional indicators, which show as its flag.
        var flag: String {
            let scalars = alpha2.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0x1F1E6 - 65) }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            return String(text)
        }

        /// What it has of ``CountryTable/fields``.
        func field(_ name: String) -> String? {
            switch name {
            case "alpha_2": alpha2
            case "alpha_3": alpha3
            case "flag": flag
            case "name": self.name
            case "numeric": numeric
            case "official_name": officialName
            case "common_name": commonName
            default: nil
            }
        }
    }

    static let shared = CountryTable()

    /// The names of what a country has, in the order in which ``lookup(_:)`` tries them.
    static let fields = ["alpha_2", "alpha_3", "flag", "name", "numeric", "official_name", "common_name"]

    let countries: [Country]
    /// The country of each value, in lower case, by field.
    private let indices: [String: [String: Int]]

    /// The country that has this value, in any case, in `field`; nil if none has, `.some(nil)` is never returned.
    /// The field must be one of ``fields``.
    func index(_ field: String, _ value: String) -> Int? { indices[field]?[value.lowercased()] }

    /// The country that has this value in any field.
    func lookup(_ value: String) -> Int? {
        for field in CountryTable.fields {
            if let found = index(field, value) { return found }
        }
        return nil
    }

    /// Countries whose names have to do with the text, the best first. Source: `search_fuzzy` of pycountry, without its
    /// look at subdivisions.
    func search(_ text: String) -> [Int] {
        let query = CountryTable.folded(text.trimming())
        var points: [Int: Int] = [:]
        if let exact = lookup(query) { points[exact, default: 0] += 50 }
        for (index, country) in countries.enumerated() {
            for name in [country.name, country.officialName].compactMap(\.self) {
                let initials = String(String.UnicodeScalarView(name.unicodeScalars.filter(\.properties.isUppercase)))
                if query == CountryTable.folded(initials) {
                    points[index, default: 0] += 40
                    break
                }
                if let place = CountryTable.place(of: query, in: CountryTable.folded(name)) {
                    points[index, default: 0] += max(5, 30 - 2 * place)
                    break
                }
            }
        }
        return points.sorted { left, right in
            left.value == right.value
                ? countries[left.key].alpha2 < countries[right.key].alpha2 : left.value > right.value
        }.map(\.key)
    }

    /// Lower case, without the accents of Latin letters.
    private static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars { result.append(plain[scalar] ?? scalar) }
        return String(result)
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, accented) in [
            ("a", "àáâãäå"), ("c", "ç"), ("e", "èéêë"), ("i", "ìíîï"), ("n", "ñ"), ("o", "òóôõö"), ("u", "ùúûü"),
            ("y", "ýÿ"),
        ] as [(Unicode.Scalar, String)] {
            for scalar in accented.unicodeScalars { table[scalar] = letter }
        }
        return table
    }()

    /// Where `part` begins in `text`, in characters; nil where it does not.
    private static func place(of part: String, in text: String) -> Int? {
        let part = Array(part.unicodeScalars)
        let text = Array(text.unicodeScalars)
        guard part.count <= text.count else { return nil }
        return (0...text.count - part.count).first { text[$0..<$0 + part.count].elementsEqual(part) }
    }

    private init() {
        let lines = CountryTable.rows.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }.split(separator: "\n")
        var countries: [Country] = []
        var indices: [String: [String: Int]] = [:]
        for line in lines {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let country = Country(
                alpha2: parts[1],
                alpha3: parts[0],
                numeric: parts[2],
                name: parts[3],
                officialName: parts.count > 4 && !parts[4].isEmpty ? parts[4] : nil,
                commonName: parts.count > 5 ? parts[5] : nil
            )
            for field in CountryTable.fields {
                if let value = country.field(field) {
                    indices[field, default: [:]][value.lowercased()] = countries.count
                }
            }
            countries.append(country)
        }
        self.countries = countries
        self.indices = indices
    }
}

extension String {
    /// Without white space at its ends.
    fileprivate func trimming() -> String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(scalars[...$0]) } ?? ""
    }
}
