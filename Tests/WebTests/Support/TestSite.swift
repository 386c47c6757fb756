import Catalog
import CatalogStore
import Engine
import Foundation
import Pipeline
import TestSupport
import Web

/// A site over the three rules of `Tests/WebTests/Pack`, in a folder that goes with it.
final class TestSite: Sendable {
    let site: Site
    let store: CatalogStore
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "margay-web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "catalog.db").path
        let builder = CatalogBuilder(
            try CatalogStore(building: path),
            files: DiskFiles(),
            workers: Workers(1),
            clock: EngineClock(seconds: 1_700_000_000),
            program: "test"
        )
        let pack = Repository.root.appending(path: "Tests/WebTests/Pack").path
        _ = try builder.build([CollectionRoot(name: "pack", path: pack, upstream: "https://example.test/pack/")])
        store = try CatalogStore(reading: path)
        site = Site(store)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What the site answers, and its text.
    func get(_ address: String, method: String = "GET", body: String = "") throws -> (
        response: SiteResponse, text: String
    ) {
        guard let request = SiteRequest(method: method, address: address, body: Array(body.utf8)) else {
            throw TestFault.unreadable(address)
        }
        let response = site.answer(request).response
        return (response, String(decoding: response.body, as: UTF8.self))
    }

    enum TestFault: Error { case unreadable(String) }

    /// One for all tests: nothing changes it.
    static let shared = Result { try TestSite() }
}
