import Conditions

/// The JSONPaths of data models that are a plain path: names and places. Anything more is not followed.
enum JSONPathSteps {
    /// The steps of `$.a.b[0].c`, `$` left out or not; nil for anything else.
    static func parse(_ path: String) -> [FieldStep]? {
        var rest = Array(path.utf8)[...]
        if rest.starts(with: Array("$.".utf8)) { rest = rest.dropFirst(2) }
        var steps: [FieldStep] = []
        while true {
            let name = rest.prefix { isNamePart($0) }
            guard let first = name.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return nil }
            steps.append(FieldStep(.key(String(decoding: name, as: UTF8.self), .exact)))
            rest = rest.dropFirst(name.count)
            while rest.first == UInt8(ascii: "[") {
                let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                guard digits.count < 6, let index = Int(String(decoding: digits, as: UTF8.self)),
                    rest.dropFirst(1 + digits.count).first == UInt8(ascii: "]")
                else { return nil }
                steps.append(FieldStep(.index(index)))
                rest = rest.dropFirst(digits.count + 2)
            }
            if rest.isEmpty { return steps }
            guard rest.first == UInt8(ascii: ".") else { return nil }
            rest = rest.dropFirst()
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
