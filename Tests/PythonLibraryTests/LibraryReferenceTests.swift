import Foundation
import PythonLibrary
import PythonRuntime
import TestSupport
import Testing

/// `docs/library.md` is what the tables say; `UPDATE_GOLDEN=1` writes it anew.
@Suite struct LibraryReferenceTests {
    @Test("the page is fresh") func fresh() throws {
        let file = Repository.root.appending(path: "docs/library.md")
        let page = LibraryReference.page()
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == page, "docs/library.md is stale: make golden")
    }

    @Test("every module and every row says what it does") func documented() {
        #expect(!Library.modules.isEmpty)
        for module in Library.modules {
            #expect(module.documentation.hasSuffix("."), "\(module.name)")
            for function in module.functions {
                #expect(!function.documentation.isEmpty, "\(module.name).\(function.name)")
            }
        }
    }

    @Test("no module is in the table twice") func unique() {
        #expect(Set(Library.modules.map(\.name)).count == Library.modules.count)
    }
}
