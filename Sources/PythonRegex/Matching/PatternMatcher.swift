import CPCRE2

/// A pattern made ready for one worker.
///
/// Not `Sendable`: it owns the memory that a match is written to. Making one costs about 30 µs for each mode used, so a
/// worker keeps it. A match allocates nothing, but for subjects with lone surrogates.
package final class PatternMatcher {
    /// What it matches.
    package let pattern: Pattern
    let workspace: MatchWorkspace
    private let matchData: OpaquePointer
    /// Code by mode, first for plain subjects, then for those with stand-ins; compiled when first used.
    private var codes: [CompiledCode?]

    /// Prepares `pattern` on the worker of `workspace`.
    ///
    /// - Throws: ``MatchFault/memory`` if there is none.
    package init(_ pattern: Pattern, workspace: MatchWorkspace) throws(MatchFault) {
        guard let data = pcre2_match_data_create_8(UInt32(clamping: pattern.groupCount + 1), nil) else {
            throw .memory
        }
        self.pattern = pattern
        self.workspace = workspace
        matchData = data
        codes = Array(repeating: nil, count: MatchMode.allCases.count * pattern.translations.count)
    }

    deinit {
        pcre2_match_data_free_8(matchData)
    }

    /// Looks for the first match of `mode` in `subject[start..<end]`.
    ///
    /// As in Python, `end` (`endpos`) ends the subject: `$` matches there. `start` (`pos`) does not begin it: `^` and
    /// lookbehind see what is before.
    ///
    /// - Parameters:
    ///   - subject: For a str pattern UTF-8 that may hold lone surrogates; looked over at each call.
    ///   - captures: Receives start and end of each group as byte offsets into `subject`, -1 for a group that took no
    ///     part. Needs ``Pattern/captureSlotCount`` places; what does not fit is left out.
    /// - Returns: Whether there is a match; if not, `captures` is as it was.
    package func find(
        _ mode: MatchMode,
        in subject: UnsafeRawBufferPointer,
        from start: Int = 0,
        to end: Int? = nil,
        captures: UnsafeMutableBufferPointer<Int>
    ) throws(MatchFault) -> Bool {
        let bytes = try slice(of: subject, from: start, to: end)
        switch form(of: bytes) {
        case .valid:
            return try find(mode, inChecked: bytes, from: start, hasStandIns: false, captures: captures)
        case .surrogates:
            let copy = SubjectText.withStandIns(bytes)
            let result = copy.withUnsafeBytes { copied in
                Result { () throws(MatchFault) in
                    try find(mode, inChecked: copied, from: start, hasStandIns: true, captures: captures)
                }
            }
            return try result.get()
        case .invalid:
            throw .invalidText
        }
    }

    /// The bytes of `subject` up to `end`, if the offsets are sound.
    func slice(of subject: UnsafeRawBufferPointer, from start: Int, to end: Int?) throws(MatchFault)
        -> UnsafeRawBufferPointer
    {
        let end = end ?? subject.count
        guard start >= 0, start <= end, end <= subject.count else { throw .invalidRange }
        guard end <= workspace.limits.subjectBytes else { throw .subjectLength }
        if pattern.kind == .text, start > 0, start < end, subject[start] & 0xC0 == 0x80 { throw .invalidRange }
        return UnsafeRawBufferPointer(rebasing: subject[..<end])
    }

    /// What `bytes` is made of; a bytes pattern takes anything.
    func form(of bytes: UnsafeRawBufferPointer) -> SubjectText.Form {
        pattern.kind == .bytes ? .valid : SubjectText.form(of: bytes)
    }

    /// Matches a subject that was looked over.
    ///
    /// - Parameter isEmptyAllowed: Whether a match at `start` may be empty; it may not right after another.
    func find(
        _ mode: MatchMode,
        inChecked subject: UnsafeRawBufferPointer,
        from start: Int,
        hasStandIns: Bool,
        isEmptyAllowed: Bool = true,
        captures: UnsafeMutableBufferPointer<Int>
    ) throws(MatchFault) -> Bool {
        let isMetered = subject.count > workspace.limits.meteredFromBytes
        let code = try code(mode, form: Translation.Form(hasStandIns: hasStandIns, isMetered: isMetered))
        guard let context = workspace.context(isMetered: isMetered, from: start, byteCount: subject.count) else {
            throw .memory
        }
        // PCRE2 takes a null pointer for an error, and Swift's empty buffers may have one.
        let empty: UInt8 = 0
        let status = withUnsafePointer(to: empty) { empty in
            let bytes = subject.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? empty
            let options = PCRE2_NO_UTF_CHECK | (isEmptyAllowed ? 0 : PCRE2_NOTEMPTY_ATSTART)
            if code.isJIT {
                let status = pcre2_jit_match_8(code.pointer, bytes, subject.count, start, options, matchData, context)
                guard status == PCRE2_ERROR_JIT_STACKLIMIT else { return status }
            }
            return pcre2_match_8(
                code.pointer,
                bytes,
                subject.count,
                start,
                options | PCRE2_NO_JIT,
                matchData,
                context
            )
        }
        switch status {
        case 1...: copyCaptures(count: Int(status), to: captures)
        case PCRE2_ERROR_NOMATCH: return false
        case PCRE2_ERROR_MATCHLIMIT: throw .steps
        case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_NOMEMORY: throw .memory
        default: throw .engine(status)
        }
        return true
    }

    private func copyCaptures(count: Int, to captures: UnsafeMutableBufferPointer<Int>) {
        guard let offsets = pcre2_get_ovector_pointer_8(matchData) else { return }
        let slots = min(captures.count, pattern.captureSlotCount)
        let written = min(slots, 2 * count)
        for slot in 0..<written {
            // PCRE2_UNSET is the largest size_t, -1 as an Int.
            captures[slot] = Int(bitPattern: UInt(bitPattern: offsets[slot]))
        }
        for slot in written..<max(written, slots) { captures[slot] = -1 }
    }

    private func code(_ mode: MatchMode, form: Translation.Form) throws(MatchFault) -> CompiledCode {
        let index = form.index * MatchMode.allCases.count + mode.rawValue
        if let code = codes[index] { return code }
        do {
            let code = try CompiledCode(pattern.translations[form.index], kind: pattern.kind, mode: mode)
            codes[index] = code
            return code
        } catch .limit(.size(let error)) {
            throw .engine(error)
        } catch {
            throw .memory
        }
    }
}
