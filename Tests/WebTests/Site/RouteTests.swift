import Catalog
import Foundation
import Testing

@testable import Web

/// Paths, what may be done there, and what is written of it.
@Suite struct RouteTests {
    /// Methods by path, as the description has them.
    static func described() throws -> [String: Set<String>] {
        let bytes = Data(Site.description.body)
        let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let paths = try #require(object["paths"] as? [String: [String: Any]])
        return paths.mapValues { Set($0.keys.map { $0.uppercased() }) }
    }

    @Test("programs find every route described, and nothing else") func described() throws {
        let routes = Dictionary(
            Route.all.filter { $0.pattern.hasPrefix("/api/") }.map { ($0.pattern, Set($0.methods)) },
            uniquingKeysWith: { $0.union($1) }
        )
        #expect(try Self.described() == routes)
    }

    @Test("every reference of the description leads somewhere") func references() throws {
        let text = String(decoding: Site.description.body, as: UTF8.self)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        for match in text.matches(of: #/"\$ref": "#\/([^"]+)"/#) {
            var place: Any? = object
            for part in match.1.split(separator: "/") { place = (place as? [String: Any])?[String(part)] }
            #expect(place != nil, "\(match.1)")
        }
    }

    static let paths: [(path: [String], pattern: String?)] = [
        ([], "/"),
        (["search"], "/search"),
        (["rules", "x"], "/rules/{slug}"),
        (["rules", ""], nil),
        (["rules"], nil),
        (["attack", "layer.json"], "/attack/layer.json"),
        (["attack", "T1"], "/attack/{id}"),
        (["attack", "T1", "x"], nil),
        (["actions", "a", "b", "c"], "/actions/{log}/{field}/{name}"),
    ]

    @Test("the first route that fits answers", arguments: paths)
    func fits(path: [String], pattern: String?) {
        #expect(Route.all.first { $0.captures(path) != nil }?.pattern == pattern)
    }
}
