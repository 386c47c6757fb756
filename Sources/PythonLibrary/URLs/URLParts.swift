/// A URL in parts, and back: bytes of text in, bytes out.
///
/// Source: `urlsplit`, `urlunsplit` and `urljoin` of CPython 3.11's `urllib/parse.py`.
struct URLParts {
    var scheme: [UInt8] = []
    var netloc: [UInt8] = []
    var path: [UInt8] = []
    /// What `urlparse` splits off the last part of the path.
    var params: [UInt8] = []
    var query: [UInt8] = []
    var fragment: [UInt8] = []

    init() {}

    /// Splits `url`. Faults are the text of a ValueError.
    init(_ url: [UInt8], scheme fallback: [UInt8], allowsFragment: Bool) throws(URLFault) {
        let unsafe: (UInt8) -> Bool = { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        var rest = url[...].drop { $0 <= 0x20 }.filter { !unsafe($0) }[...]
        scheme = Array(fallback[...].drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
            .filter { !unsafe($0) }
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")), let first = rest.first, URLParts.isLetter(first),
            rest[..<colon].allSatisfy(URLParts.isSchemeLetter)
        {
            scheme = rest[..<colon].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            rest = rest[(colon + 1)...]
        }
        if rest.starts(with: Array("//".utf8)) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
            netloc = Array(rest[..<end])
            rest = rest[end...]
            try URLParts.check(netloc)
        }
        if allowsFragment, let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
            fragment = Array(rest[(mark + 1)...])
            rest = rest[..<mark]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = Array(rest[(mark + 1)...])
            rest = rest[..<mark]
        }
        path = Array(rest)
        try URLParts.checkNormalization(netloc)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func isSchemeLetter(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte &- 0x30 < 10 || "+-.".utf8.contains(byte)
    }

    /// What stands in brackets has to be an IPv6 address.
    private static func check(_ netloc: [UInt8]) throws(URLFault) {
        let open = netloc.firstIndex(of: UInt8(ascii: "["))
        let close = netloc.contains(UInt8(ascii: "]"))
        guard (open != nil) == close else { throw URLFault("Invalid IPv6 URL") }
        guard let open else { return }
        let inner = netloc[(open + 1)...]
        let host = inner[..<(inner.firstIndex(of: UInt8(ascii: "]")) ?? inner.endIndex)]
        if host.first == UInt8(ascii: "v") {
            let version = host.dropFirst().prefix { HexadecimalCodec.value($0) != nil }
            let after = host.dropFirst(1 + version.count)
            guard !version.isEmpty, after.first == UInt8(ascii: "."), after.count > 1, !after.contains(0x0A) else {
                throw URLFault("IPvFuture address is invalid")
            }
        } else if BracketedAddress.isVersion4(host) {
            throw URLFault("An IPv4 address cannot be in brackets")
        } else if !BracketedAddress.isVersion6(host) {
            throw URLFault(quoting: Array(host), "% does not appear to be an IPv4 or IPv6 address")
        }
    }

    /// Characters whose compatibility form has one of `/?#@:` in it.
    private static let deceptive: Set<UInt32> = [
        0x2047, 0x2048, 0x2049, 0x2100, 0x2101, 0x2105, 0x2106, 0x2A74, 0xFE13, 0xFE16, 0xFE55, 0xFE56, 0xFE5F, 0xFE6B,
        0xFF03, 0xFF0F, 0xFF1A, 0xFF1F, 0xFF20,
    ]

    private static func checkNormalization(_ netloc: [UInt8]) throws(URLFault) {
        guard netloc.contains(where: { $0 >= 0x80 }) else { return }
        let text = String(decoding: netloc, as: UTF8.self)
        guard text.unicodeScalars.contains(where: { deceptive.contains($0.value) }) else { return }
        throw URLFault("netloc '\(text)' contains invalid characters under NFKC normalization")
    }

    // MARK: Parameters

    /// Schemes by what their URLs have.
    private static let withParams: Set<String> = [
        "", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms",
        "sftp", "tel",
    ]
    private static let withNetloc: Set<String> = [
        "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews",
        "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss",
    ]
    private static let withRelative: Set<String> = [
        "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp",
        "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
    ]

    private var schemeText: String { String(decoding: scheme, as: UTF8.self) }

    /// Moves what is behind the `;` of the last part of the path to ``params``, as `urlparse` does.
    mutating func splitParams() {
        guard URLParts.withParams.contains(schemeText) else { return }
        let last = path.lastIndex(of: UInt8(ascii: "/")) ?? 0
        guard let mark = path[last...].firstIndex(of: UInt8(ascii: ";")) else { return }
        params = Array(path[(mark + 1)...])
        path.removeSubrange(mark...)
    }

    // MARK: Back together

    /// The URL of the parts.
    var joined: [UInt8] {
        var url = path
        if !params.isEmpty { url += [UInt8(ascii: ";")] + params }
        let hasSlashes = url.starts(with: Array("//".utf8))
        if !netloc.isEmpty || (!scheme.isEmpty && URLParts.withNetloc.contains(schemeText) && !hasSlashes) {
            if let first = url.first, first != UInt8(ascii: "/") { url.insert(UInt8(ascii: "/"), at: 0) }
            url = Array("//".utf8) + netloc + url
        }
        if !scheme.isEmpty { url = scheme + [UInt8(ascii: ":")] + url }
        if !query.isEmpty { url += [UInt8(ascii: "?")] + query }
        if !fragment.isEmpty { url += [UInt8(ascii: "#")] + fragment }
        return url
    }

    /// `url` as seen from `base`.
    static func join(_ base: [UInt8], _ url: [UInt8], allowsFragment: Bool) throws(URLFault) -> [UInt8] {
        var start = try URLParts(base, scheme: [], allowsFragment: allowsFragment)
        start.splitParams()
        var target = try URLParts(url, scheme: start.scheme, allowsFragment: allowsFragment)
        target.splitParams()
        guard target.scheme == start.scheme, withRelative.contains(target.schemeText) else { return url }
        if withNetloc.contains(target.schemeText) {
            if !target.netloc.isEmpty { return target.joined }
            target.netloc = start.netloc
        }
        if target.path.isEmpty, target.params.isEmpty {
            target.path = start.path
            target.params = start.params
            if target.query.isEmpty { target.query = start.query }
            return target.joined
        }
        target.path = resolve(target.path, from: start.path)
        return target.joined
    }

    private static func resolve(_ path: [UInt8], from base: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        var parts = base.split(separator: slash, omittingEmptySubsequences: false).map(Array.init)
        if let last = parts.last, !last.isEmpty { parts.removeLast() }
        var segments = path.split(separator: slash, omittingEmptySubsequences: false).map(Array.init)
        if path.first != slash {
            segments = parts + segments
            if segments.count > 2 {
                let middle = segments[1..<(segments.count - 1)].filter { !$0.isEmpty }
                segments = [segments[0]] + middle + [segments[segments.count - 1]]
            }
        }
        let up = Array("..".utf8)
        let here = Array(".".utf8)
        var resolved: [[UInt8]] = []
        for segment in segments {
            if segment == up { _ = resolved.popLast() } else if segment != here { resolved.append(segment) }
        }
        if let last = segments.last, last == up || last == here { resolved.append([]) }
        let result = Array(resolved.joined(separator: [slash]))
        return result.isEmpty ? [slash] : result
    }
}

/// A URL that cannot be split: the text of a ValueError.
struct URLFault: Error {
    let message: String
    /// What stands, as its repr, in the place of `%` in the message.
    let quoted: [UInt8]?

    init(_ message: String) {
        self.message = message
        quoted = nil
    }

    init(quoting text: [UInt8], _ message: String) {
        self.message = message
        quoted = text
    }
}
