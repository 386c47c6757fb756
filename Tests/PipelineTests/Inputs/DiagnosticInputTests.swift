import Diagnostics
import Events
import Testing

@testable import Pipeline

@Suite struct DiagnosticInputTests {
    static let kinds: [InputFault.Kind] =
        [
            .cannotOpen(2), .cannotRead(5), .damaged(.gzip), .truncated(.zstd), .decompressionWindow,
            .decompressionRatio, .decompressedSize,
            .unsupportedCompression("bzip2"), .directoryDepth, .fileCount, .notAnObject,
        ] + FrameFault.Kind.allCases.map { .frame($0) } + TapeFault.Kind.allCases.map { .event(TapeFault($0, at: 7)) }

    @Test("every fault has a code of the table and a message of one line", arguments: kinds)
    func words(_ kind: InputFault.Kind) {
        let place = FramePlace(line: 3, element: 4, offset: 99)
        let diagnostic = Diagnostic.input(InputFault(kind, path: "-", place: place))
        #expect(Diagnostic.inputCodes.contains(diagnostic.code))
        #expect(!diagnostic.message.isEmpty && !diagnostic.message.contains("\n") && !diagnostic.message.hasSuffix("."))
        let text = Renderer(usesColor: false).render(diagnostic)
        #expect(text.contains("<stdin>:3") && text.contains("element 4, byte 99"))
    }

    @Test("codes are of this target and used once") func codes() {
        let identifiers = Diagnostic.inputCodes.map(\.identifier)
        #expect(Set(identifiers).count == identifiers.count)
        #expect(identifiers.allSatisfy { $0.hasPrefix("MG04") })
    }
}
