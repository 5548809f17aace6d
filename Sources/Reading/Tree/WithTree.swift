/// The one way from the bytes of an HTML page to its tree, and from there to a result.
import CXML2

/// What `body` makes of the page's root element; nil for a page without any. The tree is gone afterwards:
/// nothing of it may leave.
func withTree<Result>(
    _ bytes: [UInt8], limits: ReadingLimits, _ body: (Node) throws(ReadingFailure) -> Result
) throws(ReadingFailure) -> Result? {
    var bytes = bytes
    for range in bytes.withUnsafeBufferPointer(TagGuard.excess) {
        for i in range { bytes[i] = 0x20 }
    }
    // Typed throws do not pass through the standard library's closures: the outcome carries the failure.
    let outcome = bytes.withUnsafeBufferPointer { buffer -> Swift.Result<Result?, ReadingFailure> in
        do throws(ReadingFailure) {
            return .success(
                try TreeMemory.lent { () throws(ReadingFailure) in
                    guard let document = try Document(html: buffer, limits: limits) else { return nil }
                    return try document.withRoot { (root) throws(ReadingFailure) in
                        guard let root else { return nil }
                        return try body(root)
                    }
                })
        } catch {
            return .failure(error)
        }
    }
    return try outcome.get()
}
