import Complaints
import Foundation

/// A value on its way into or out of a statement.
public enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// What may be bound to a `?` of a statement.
public protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable { public var sqlValue: SQLValue { self } }
extension Int: SQLBindable { public var sqlValue: SQLValue { .integer(Int64(self)) } }
extension Int64: SQLBindable { public var sqlValue: SQLValue { .integer(self) } }
extension Double: SQLBindable { public var sqlValue: SQLValue { .real(self) } }
extension Bool: SQLBindable { public var sqlValue: SQLValue { .integer(self ? 1 : 0) } }
extension String: SQLBindable {
    /// Without NUL, which one engine refuses and the other reads as the end.
    public var sqlValue: SQLValue { .text(holdsNUL ? replacing("\0", with: "") : self) }

    private var holdsNUL: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        } ?? utf8.contains(0)
    }
}
extension [UInt8]: SQLBindable { public var sqlValue: SQLValue { .blob(self) } }
extension Instant: SQLBindable { public var sqlValue: SQLValue { .integer(milliseconds) } }
extension Duration: SQLBindable { public var sqlValue: SQLValue { .integer(inMilliseconds) } }
extension SourceID: SQLBindable { public var sqlValue: SQLValue { .text(name) } }
extension MentionID: SQLBindable { public var sqlValue: SQLValue { .integer(number) } }
extension CaseID: SQLBindable { public var sqlValue: SQLValue { .integer(number) } }
extension ClusterID: SQLBindable { public var sqlValue: SQLValue { .integer(number) } }
extension EventID: SQLBindable { public var sqlValue: SQLValue { .text(text) } }

extension Optional: SQLBindable where Wrapped: SQLBindable {
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension SQLBindable where Self: RawRepresentable, RawValue == String {
    public var sqlValue: SQLValue { .text(rawValue) }
}
extension CaseState: SQLBindable {}
extension ClockState: SQLBindable {}
extension EventType: SQLBindable {}
extension Mention.Decision: SQLBindable {}
extension Mention.Presence: SQLBindable {}
extension Score.Urgency: SQLBindable {}
extension StatedTime.Precision: SQLBindable {}
extension Coverage.Health: SQLBindable {}
extension TimelineEntry.What: SQLBindable {}
extension Gap.Kind: SQLBindable {}
extension Gap.State: SQLBindable {}
extension Visit.Reach: SQLBindable {}
