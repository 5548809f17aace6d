/// What was made from a text of a rule, kept for the next page: rules are few and read thousands of pages.
import Synchronization

final class Kept<Value: Sendable>: Sendable {
    private let values = Mutex<[String: Value]>([:])
    /// Rules that come from outside, as in `ombud try`, must not fill the memory.
    private static var most: Int { 4096 }

    func value<Failure: Error>(
        _ text: String, make: (String) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if let known = values.withLock({ $0[text] }) { return known }
        let made = try make(text)
        values.withLock { values in
            if values.count >= Self.most { values.removeAll() }
            values[text] = made
        }
        return made
    }
}
