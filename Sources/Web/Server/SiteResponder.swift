import Catalog
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// Carries requests of HTTP to the site, and its answers back.
struct SiteResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let site: Site
    let threads: AnsweringThreads
    let limits: ServerLimits
    let hosts: HostCheck

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let start = ContinuousClock.now
        let address = request.head.path ?? ""
        let isForPrograms = address.hasPrefix("/api/")
        let (response, route) = try await answer(request, address, isForPrograms: isForPrograms)
        let result = finish(response, request)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        site.count(route: route, status: result.status.code, seconds: seconds)
        return request.method == .head ? result.createHeadResponse() : result
    }

    private func answer(
        _ request: Request,
        _ address: String,
        isForPrograms: Bool
    ) async throws -> (response: SiteResponse, route: String) {
        func failure(_ status: Int, _ message: String) async -> (response: SiteResponse, route: String) {
            // What is told to everybody is cheap to say; still it asks the catalogue for what surrounds a page.
            let page = try? await threads.answer { [site] in site.failure(status, message, isForPrograms: isForPrograms)
            }
            return (page ?? .text(message + "\n", status: status, keeping: .never), "none")
        }
        guard hosts.accepts(request.head.authority) else {
            return (.text("This server is not known by that name.\n", status: 421, keeping: .never), "none")
        }
        guard address.utf8.count <= limits.addressBytesMax else {
            return await failure(414, "The address is too long.")
        }
        var body: [UInt8] = []
        if request.method == .post {
            do {
                body = Array(buffer: try await request.body.collect(upTo: limits.bodyBytesMax))
            } catch is NIOTooManyBytesError {
                let (page, route) = await failure(413, "At most \(limits.bodyBytesMax / 1024) KiB can be sent.")
                var response = page
                // The rest of what is sent is not waited for.
                response.fields.append(("connection", "close"))
                return (response, route)
            }
        }
        guard let question = SiteRequest(method: request.method.rawValue, address: address, body: body) else {
            return await failure(400, "The address is encoded wrongly.")
        }
        do {
            return try await threads.answer { [site] in site.answer(question) }
        } catch {
            var response = SiteResponse.text(
                "Too many requests at once; try again in a moment.\n",
                status: 503,
                keeping: .never
            )
            response.fields.append(("retry-after", "1"))
            return (response, "none")
        }
    }

    // MARK: Fields

    private func finish(_ response: SiteResponse, _ request: Request) -> Response {
        var fields = Self.safety
        fields[.contentType] = response.mediaType
        switch response.keeping {
        case .forEver: fields[.cacheControl] = "public, max-age=31536000, immutable"
        case .never: fields[.cacheControl] = "no-store"
        case .untilAsked:
            let tag = "\"" + String(response.body.fnv1a, radix: 16) + "\""
            fields[.cacheControl] = "no-cache"
            fields[.eTag] = tag
            if response.status == 200, Self.has(tag, request.headers[.ifNoneMatch]) {
                fields[.contentType] = nil
                return Response(status: .notModified, headers: fields)
            }
        }
        for field in response.fields {
            if let name = HTTPField.Name(field.name) { fields[name] = field.value }
        }
        return Response(
            status: HTTPResponse.Status(code: response.status),
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body))
        )
    }

    /// Whether a client has the answer of a tag already. Source: RFC 9110, section 13.1.2.
    private static func has(_ tag: String, _ known: String?) -> Bool {
        guard let known else { return false }
        return known.split(separator: ",").contains { part in
            let part = part.drop { $0 == " " }.prefix { $0 != " " }
            return part == "*" || part == tag || part == "W/" + tag
        }
    }

    /// What every answer says, so that a browser does nothing with it but show it.
    private static let safety: HTTPFields = {
        var fields = HTTPFields()
        let values = [
            ("content-security-policy", SiteFrame.contentPolicy), ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"), ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
            ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        ]
        for (name, value) in values {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }()
}
