import CPCRE2

/// PCRE2's code for a translation and a mode; frees it at its end.
final class CompiledCode {
    let pointer: OpaquePointer
    /// Whether the JIT compiled it; it may refuse, and the interpreter serves then.
    let isJIT: Bool

    /// - Throws: ``PatternLimit/size(_:)``: the translation is valid PCRE2, so what is left is size.
    init(_ translation: Translation, kind: PatternKind, mode: MatchMode, usesJIT: Bool = true) throws(PatternFault) {
        var options = PCRE2_DOTALL | PCRE2_MULTILINE | PCRE2_ALT_CIRCUMFLEX
        if kind == .text { options |= PCRE2_UTF }
        if translation.usesProperties { options |= PCRE2_UCP }
        if translation.hasAtomicGroup { options |= PCRE2_NO_AUTO_POSSESS }
        // The JIT does not know these two as options of a match.
        if mode != .search { options |= PCRE2_ANCHORED }
        if mode == .fullMatch { options |= PCRE2_ENDANCHORED }
        guard let context = pcre2_compile_context_create_8(nil) else { throw .limit(.size(PCRE2_ERROR_NOMEMORY)) }
        defer { pcre2_compile_context_free_8(context) }
        pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
        // A group of the author's may take two of ours; nesting was checked when parsing.
        pcre2_set_parens_nest_limit_8(context, UInt32(4 * PatternLimit.nestingMax))
        var errorCode: Int32 = 0
        var errorOffset = 0
        let code = translation.text.withUnsafeBufferPointer {
            pcre2_compile_8($0.baseAddress, $0.count, options, &errorCode, &errorOffset, context)
        }
        guard let code else { throw .limit(.size(errorCode)) }
        pointer = code
        isJIT = usesJIT && pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0
    }

    /// Bytes of the code, without what the JIT made of it.
    var byteCount: Int {
        var size = 0
        pcre2_pattern_info_8(pointer, UInt32(PCRE2_INFO_SIZE), &size)
        return size
    }

    deinit {
        pcre2_code_free_8(pointer)
    }
}
