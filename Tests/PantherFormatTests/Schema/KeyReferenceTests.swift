import Foundation
import PantherFormat
import TestSupport
import Testing

@Suite struct KeyReferenceTests {
    @Test("the reference page says what the tables say; UPDATE_GOLDEN=1 rewrites it") func page() throws {
        let file = Repository.root.appending(path: "docs/panther-keys.md")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(KeyReference.page().utf8).write(to: file)
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == KeyReference.page(),
            "run `make golden`, read the diff"
        )
    }
}
