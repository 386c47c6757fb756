package import PythonRuntime

/// `pycountry`: the countries of ISO 3166-1. Source: pycountry 26.2.16.
///
/// Left out: subdivisions, currencies, languages, scripts, historic countries; and countries cannot be changed.
package enum Pycountry {
    /// One row for each module.
    package static let modules = [package, database]

    private static let package = NativeModule(
        "pycountry",
        "Countries by code and name.",
        types: [collectionType],
        constants: { (machine: inout Machine) throws(Raised) in
            let database = try machine.importOne("pycountry.db")
            return [
                ("db", database),
                ("countries", try machine.makeObject(machine.libraryType("pycountry.ExistingCountries"), [])),
            ]
        }
    )

    private static let database = NativeModule("pycountry.db", "A country.", types: [countryType])

    // MARK: Countries

    /// Field: the country's index in ``CountryTable``.
    private static let countryType = NativeType(
        "Country",
        module: "pycountry.db",
        "A country: `alpha_2`, `alpha_3`, `numeric`, `name`, `flag`, and where it has them `official_name`, `common_name`.",
        slots: .init {
            $0.attribute = { (machine: inout Machine, object, name) throws(Raised) in
                let key = machine.string(name)
                guard let value = country(object, machine).field(key) else {
                    // The original says the name alone.
                    guard CountryTable.fields.contains(key) else { return .unbound }
                    throw machine.raise(.attributeError, arguments: [name])
                }
                return try machine.makeString(value)
            }
            $0.repr = { (machine: inout Machine, object) throws(Raised) in
                var parts: [String] = []
                for (key, value) in sortedFields(country(object, machine)) {
                    parts.append("\(key)=\(machine.string(try machine.repr(try machine.makeString(value))))")
                }
                return try machine.makeString("Country(\(parts.joined(separator: ", ")))")
            }
            $0.iterate = { (machine: inout Machine, object) throws(Raised) in
                var pairs: [Value] = []
                for (key, value) in sortedFields(country(object, machine)) {
                    pairs.append(try machine.makeTuple([machine.intern(key), try machine.makeString(value)]))
                }
                return try machine.iterator(try machine.makeTuple(pairs))
            }
            $0.equals = { (machine: inout Machine, left, right) throws(Raised) in
                guard machine.isObject(left, "pycountry.db.Country"), machine.isObject(right, "pycountry.db.Country")
                else { return .notImplemented }
                return .bool(machine.objectField(left, 0).isIdentical(to: machine.objectField(right, 0)))
            }
            $0.hash = { (machine: inout Machine, object) throws(Raised) in
                try machine.hash(machine.objectField(object, 0))
            }
        }
    )

    private static func country(_ object: Value, _ machine: borrowing Machine) -> CountryTable.Country {
        let countries = CountryTable.shared.countries
        let index = Int(machine.objectField(object, 0).intValue)
        return countries[min(max(0, index), countries.count - 1)]
    }

    private static func sortedFields(_ country: CountryTable.Country) -> [(key: String, value: String)] {
        CountryTable.fields.sorted().compactMap { key in country.field(key).map { (key, $0) } }
    }

    private static func make(_ index: Int, _ machine: inout Machine) throws(Raised) -> Value {
        try machine.makeObject(machine.libraryType("pycountry.db.Country"), [.int(index)])
    }

    // MARK: The collection

    private static let collectionType = NativeType(
        "ExistingCountries",
        module: "pycountry",
        "All countries, in the order of their codes of three letters.",
        methods: [
            NativeFunction("get(self, *, default=None, **kw)", "The country with one field of that value.", get),
            NativeFunction("lookup(self, value)", "The country with that value in any field.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let value = machine.unwrapped(arguments[1])
                guard value.isString else { throw machine.raise(.lookupError, arguments: []) }
                if let found = CountryTable.shared.lookup(machine.string(value)) { return try make(found, &machine) }
                let lowered = try machine.callMethod(value, "lower")
                let shown = machine.string(try machine.repr(lowered))
                throw machine.raise(.lookupError, "Could not find a record for \(shown)")
            },
            NativeFunction("search_fuzzy(self, query)", "Countries whose names have to do with a text.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let query = try StatementAccess.text(arguments[1], method: "strip", &machine)
                try machine.charge(CountryTable.shared.countries.count * (1 + query.utf8.count))
                let found = CountryTable.shared.search(query)
                guard !found.isEmpty else {
                    let stripped = try machine.callMethod(try machine.callMethod(arguments[1], "strip"), "lower")
                    throw machine.raise(.lookupError, arguments: [stripped])
                }
                let list = try machine.makeList()
                for index in found { try machine.append(try make(index, &machine), to: list) }
                return list
            },
        ],
        slots: .init {
            $0.length = { (_: inout Machine, _) throws(Raised) in CountryTable.shared.countries.count }
            $0.iterate = { (machine: inout Machine, _) throws(Raised) in
                let list = try machine.makeList()
                for index in CountryTable.shared.countries.indices {
                    try machine.append(try make(index, &machine), to: list)
                }
                return try machine.iterator(list)
            }
        }
    )

    private static func get(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var criteria: [(key: Value, value: Value)] = []
        try machine.forEachEntry(arguments[2]) { (_: inout Machine, key, value) throws(Raised) in
            criteria.append((key, value))
            return true
        }
        guard criteria.count == 1 else { throw machine.raise(.typeError, "Only one criteria may be given") }
        let value = machine.unwrapped(criteria[0].value)
        guard value.isString else { throw machine.raise(.lookupError, arguments: []) }
        let field = machine.string(criteria[0].key)
        guard CountryTable.fields.contains(field) else {
            throw machine.raise(.keyError, arguments: [criteria[0].key])
        }
        guard let found = CountryTable.shared.index(field, machine.string(value)) else { return arguments[1] }
        return try make(found, &machine)
    }
}
