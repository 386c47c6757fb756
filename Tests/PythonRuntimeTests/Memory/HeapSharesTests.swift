import Testing

@testable import PythonRuntime

/// What a space may keep, as bookkeeping alone: docs/adr/0017-shares.md.
@Suite struct HeapSharesTests {
    /// A heap of 1,000 bytes with shares of 400, and `count` spaces beside the common one.
    static func shares(_ count: Int) -> HeapShares {
        var limits = Limits()
        limits.heapBytesMax = 1000
        limits.shareBytesMax = 400
        var shares = HeapShares(limits: limits)
        for _ in 0..<count { shares.addSpace() }
        return shares
    }

    /// Compacts as if only `live` bytes of each space lived.
    static func compact(_ shares: inout HeapShares, _ live: [Int]) {
        shares.beginCompaction()
        for (space, count) in live.enumerated() { shares.chargeLive(space, count, isCut: false) }
        shares.endCompaction()
    }

    @Test("at its share a space is not told, one byte past it is", arguments: [(400, nil), (401, 400)])
    func edge(_ count: Int, _ told: Int?) {
        var shares = Self.shares(1)
        shares.charge(1, count, isCut: false)
        #expect(shares.needsCompaction == (count > 400))
        if shares.needsCompaction { Self.compact(&shares, [0, count]) }
        #expect(shares.endEvent() == told)
        // An event that adds nothing is not told again.
        #expect(shares.endEvent() == nil)
    }

    @Test("what was replaced is not held against a space") func replaced() {
        var shares = Self.shares(1)
        for _ in 0..<10 {
            shares.charge(1, 300, isCut: false)
            if shares.needsCompaction { Self.compact(&shares, [0, 300]) }
            #expect(shares.endEvent() == nil)
        }
        #expect(shares.charged <= 600)
    }

    @Test("near its share a space is looked at when a quarter was added") func amortised() {
        var shares = Self.shares(1)
        var compactions = 0
        for _ in 0..<100 {
            shares.charge(1, shares.charged == 0 ? 390 : 10, isCut: false)
            if shares.needsCompaction {
                compactions += 1
                Self.compact(&shares, [0, 390])
            }
            #expect(shares.endEvent() == nil)
        }
        #expect((8...12).contains(compactions))
    }

    @Test("past its share it is looked at whenever it adds, and told only if it keeps more") func over() {
        var shares = Self.shares(1)
        shares.charge(1, 500, isCut: false)
        Self.compact(&shares, [0, 500])
        #expect(shares.endEvent() == 400)
        shares.charge(1, 1, isCut: false)
        #expect(shares.needsCompaction)
        Self.compact(&shares, [0, 500])
        #expect(shares.endEvent() == nil)
        shares.charge(1, 1, isCut: false)
        Self.compact(&shares, [0, 20])
        #expect(shares.endEvent() == nil)
    }

    @Test("a space has room for two shares and a quarter") func room() {
        var shares = Self.shares(1)
        #expect(shares.room(of: 1) == 900)
        shares.charge(1, 900, isCut: true)
        #expect(shares.room(of: 1) == 0)
        #expect(shares.needsCompaction)
        Self.compact(&shares, [0, 100])
        #expect(shares.endEvent() == 1000, "what did not fit is told, also if there is room by now")
        #expect(shares.room(of: 1) == 800)
    }

    @Test("in a full heap a space has its equal part, one with more has nothing") func crowded() {
        var shares = Self.shares(9)
        for space in 1...5 {
            shares.charge(space, 400, isCut: false)
            _ = shares.endEvent()
        }
        #expect(shares.charged == 2000)
        #expect(shares.fairPart == 100)
        #expect(shares.room(of: 1) == 0)
        #expect(shares.room(of: 6) == 100)
        shares.charge(6, 100, isCut: false)
        Self.compact(&shares, [0, 400, 400, 400, 400, 400, 100])
        #expect(shares.endEvent() == nil, "it keeps no more than its part")
        shares.charge(6, 1, isCut: false)
        Self.compact(&shares, [0, 400, 400, 400, 400, 400, 101])
        #expect(shares.endEvent() == 1000)
    }

    @Test("a share is no larger than the heap") func small() {
        var limits = Limits()
        limits.heapBytesMax = 1000
        #expect(HeapShares(limits: limits).shareMax == 1000)
    }
}
