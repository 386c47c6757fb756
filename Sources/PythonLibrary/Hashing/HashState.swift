import Crypto

/// A hash being computed: one of the algorithms of `hashlib`.
struct HashState {
    /// The algorithms, by the names that CPython gives them.
    enum Algorithm: String, CaseIterable, Sendable {
        case md5, sha1, sha224, sha256, sha384, sha512

        /// Bytes of a digest.
        var digestSize: Int {
            switch self {
            case .md5: 16
            case .sha1: 20
            case .sha224: 28
            case .sha256: 32
            case .sha384: 48
            case .sha512: 64
            }
        }

        /// Bytes that are hashed at once; what HMAC pads keys to.
        var blockSize: Int { self == .sha384 || self == .sha512 ? 128 : 64 }
    }

    private enum Function {
        case md5(Insecure.MD5)
        case sha1(Insecure.SHA1)
        case sha224(SHA224)
        case sha256(SHA256)
        case sha384(SHA384)
        case sha512(SHA512)
    }

    let algorithm: Algorithm
    private var function: Function

    init(_ algorithm: Algorithm) {
        self.algorithm = algorithm
        function =
            switch algorithm {
            case .md5: .md5(Insecure.MD5())
            case .sha1: .sha1(Insecure.SHA1())
            case .sha224: .sha224(SHA224())
            case .sha256: .sha256(SHA256())
            case .sha384: .sha384(SHA384())
            case .sha512: .sha512(SHA512())
            }
    }

    /// Adds data.
    mutating func update(_ data: [UInt8]) {
        data.withUnsafeBytes { bytes in
            switch function {
            case .md5(var hash):
                hash.update(bufferPointer: bytes)
                function = .md5(hash)
            case .sha1(var hash):
                hash.update(bufferPointer: bytes)
                function = .sha1(hash)
            case .sha224(var hash):
                hash.update(bytes)
                function = .sha224(hash)
            case .sha256(var hash):
                hash.update(bufferPointer: bytes)
                function = .sha256(hash)
            case .sha384(var hash):
                hash.update(bufferPointer: bytes)
                function = .sha384(hash)
            case .sha512(var hash):
                hash.update(bufferPointer: bytes)
                function = .sha512(hash)
            }
        }
    }

    /// The digest of what was added so far.
    var digest: [UInt8] {
        switch function {
        case .md5(let hash): Array(hash.finalize())
        case .sha1(let hash): Array(hash.finalize())
        case .sha224(let hash): hash.digest()
        case .sha256(let hash): Array(hash.finalize())
        case .sha384(let hash): Array(hash.finalize())
        case .sha512(let hash): Array(hash.finalize())
        }
    }
}
