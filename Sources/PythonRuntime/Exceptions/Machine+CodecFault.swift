/// UnicodeDecodeError and UnicodeEncodeError: `args` are encoding, object, start, end, reason.
extension Machine {
    /// Makes the exception of a fault of a codec pending; `object` is what was to be converted.
    mutating func raise(_ fault: TextFault, object: Value) -> Raised {
        guard case .codec(let details) = fault else { return raise(fault) }
        guard let encoding = try? makeString(details.encoding), let reason = try? makeString(details.reason) else {
            return Raised()
        }
        let arguments = [encoding, object, .int(Int64(details.start)), .int(Int64(details.end)), reason]
        let names = ["encoding", "object", "start", "end", "reason"]
        return raise(
            exceptionClass(details.isDecoding ? .unicodeDecodeError : .unicodeEncodeError),
            arguments: arguments,
            attributes: Array(zip(names, arguments))
        )
    }

    /// `str()` of such an exception; nil if its `args` are not what the codecs put there.
    func codecText(_ instance: Value) -> String? {
        let arguments = instanceStorage(instance)
        let type = instanceClass(instance)
        let isDecoding = isSubclass(type, of: exceptionClass(.unicodeDecodeError))
        guard isDecoding || isSubclass(type, of: exceptionClass(.unicodeEncodeError)), tupleCount(arguments) == 5
        else { return nil }
        let parts = (0..<5).map { tupleElement(arguments, $0) }
        guard parts[0].isString, parts[1].tag == (isDecoding ? .bytes : .string), parts[2].tag == .int,
            parts[3].tag == .int, parts[4].isString
        else { return nil }
        let start = Int(clamping: parts[2].intValue)
        let text = pythonText(parts[1])
        let offset = isDecoding ? start : text.offset(ofIndex: start)
        guard start >= 0, parts[3].intValue > parts[2].intValue, offset < text.count else { return nil }
        let fault = CodecFault(
            encoding: string(parts[0]),
            start: start,
            end: Int(clamping: parts[3].intValue),
            reason: string(parts[4]),
            isDecoding: isDecoding,
            first: isDecoding ? UInt32(text.bytes[offset]) : text.codePoint(at: offset).value
        )
        return fault.pythonMessage
    }
}
