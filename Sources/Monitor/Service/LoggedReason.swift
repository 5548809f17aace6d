import Complaints

/// What of a reason stands in the log: not the words of a page or of a receiver, which may be a customer's. They are in
/// the store, and `ombud source show` and `ombud alert show` tell them.

/// Without what stands between quotation marks.
func loggedReason(_ reason: String) -> String {
    let parts = reason.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return reason }
    return parts.enumerated().map { $0.offset.isMultiple(of: 2) ? String($0.element) : "\"…\"" }.joined()
}

extension Endpoint {
    /// A mail server and a program say in words of their own why they took nothing.
    func loggedReason(_ why: String) -> String {
        guard url.isEmpty || url.hasPrefix("smtp"), let end = why.firstRange(of: ": ") else { return why }
        return String(why[..<end.lowerBound])
    }
}
