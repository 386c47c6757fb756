import Foundation
import Pages
import TestSupport
import Testing

/// The templates of `Sources/Pages/Templates`.
@Suite struct TemplateTests {
    static let folder = Repository.root.appending(path: "Sources/Pages/Templates")

    static func text(_ template: Template) throws -> String {
        try String(contentsOf: folder.appending(path: "\(template.rawValue).mustache"), encoding: .utf8)
    }

    @Test("every file is a template, and the other way round") func files() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) }
        #expect(Set(names) == Set(Template.allCases.map(\.rawValue)))
    }

    @Test("it leaves escaping to values", arguments: Template.allCases)
    func escaping(of template: Template) throws {
        let text = try Self.text(template)
        #expect(text.hasPrefix("{{% CONTENT_TYPE:TEXT}}\n"))
        #expect(!text.contains("{{{") && !text.contains("{{&"))
    }

    @Test("it holds no script and no style, which the content policy forbids", arguments: Template.allCases)
    func policy(of template: Template) throws {
        let text = try Self.text(template)
        #expect(!text.contains(#/\sstyle=|\son[a-z]+=|<style|javascript:/#))
        #expect(text.matches(of: #/<script[^>]*>/#).allSatisfy { $0.output.contains("src=") })
    }

    @Test("every attribute is quoted", arguments: Template.allCases)
    func quotes(of template: Template) throws {
        #expect(!(try Self.text(template)).contains(#/=\{\{/#))
    }

    @Test("it renders with nothing in it", arguments: Template.allCases)
    func renders(_ template: Template) { #expect(!template.render([:]).isEmpty) }
}
