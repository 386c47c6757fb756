/// What `binascii.Error` says.
struct BinaryTextFault: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
