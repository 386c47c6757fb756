/// SHA-224, which swift-crypto has not: SHA-256 with other initial values, cut to seven words (FIPS 180-4).
struct SHA224 {
    private var state: [UInt32] = [
        0xC105_9ED8, 0x367C_D507, 0x3070_DD17, 0xF70E_5939, 0xFFC0_0B31, 0x6858_1511, 0x64F9_8FA7, 0xBEFA_4FA4,
    ]
    private var block: [UInt8] = []
    private var byteCount: UInt64 = 0

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]

    /// Adds data.
    mutating func update(_ data: some Sequence<UInt8>) {
        for byte in data {
            block.append(byte)
            byteCount &+= 1
            if block.count == 64 { compress() }
        }
    }

    /// The 28 bytes of what was added.
    func digest() -> [UInt8] {
        var last = self
        let bits = byteCount &* 8
        last.update([0x80])
        last.update(repeatElement(0, count: (120 - last.block.count) % 64))
        last.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) })
        return last.state.prefix(7).flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) }
        }
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    private mutating func compress() {
        var words: [UInt32] = stride(from: 0, to: 64, by: 4).map { index in
            block[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        block.removeAll(keepingCapacity: true)
        for index in 16..<64 {
            let early = words[index - 15]
            let late = words[index - 2]
            let first = SHA224.rotated(early, 7) ^ SHA224.rotated(early, 18) ^ early >> 3
            let second = SHA224.rotated(late, 17) ^ SHA224.rotated(late, 19) ^ late >> 10
            words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
        }
        var values = state
        for index in 0..<64 {
            let e = values[4]
            let a = values[0]
            let sumE = SHA224.rotated(e, 6) ^ SHA224.rotated(e, 11) ^ SHA224.rotated(e, 25)
            let choice = (e & values[5]) ^ (~e & values[6])
            let first = values[7] &+ sumE &+ choice &+ SHA224.constants[index] &+ words[index]
            let sumA = SHA224.rotated(a, 2) ^ SHA224.rotated(a, 13) ^ SHA224.rotated(a, 22)
            let majority = (a & values[1]) ^ (a & values[2]) ^ (values[1] & values[2])
            values = [
                first &+ sumA &+ majority, a, values[1], values[2], values[3] &+ first, e, values[5], values[6],
            ]
        }
        for index in state.indices { state[index] = state[index] &+ values[index] }
    }
}
