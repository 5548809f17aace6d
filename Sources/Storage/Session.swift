import Complaints

/// One transaction of a store, given to a closure and worthless after it.
///
/// Everything that Ombud knows of SQL stands in extensions of this protocol, a file a table.
/// Statements are written once, with `?` for values, for every engine; what differs is in `dialect`.
public protocol Session {
    var dialect: Dialect { get }

    /// What this process remembers of the store.
    var memory: StoreMemory { get }

    /// Runs a statement; returns how many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ values: [any SQLBindable]) throws -> Int

    /// Runs a statement once for each row of values.
    func execute(_ sql: String, each rows: some Sequence<[any SQLBindable]>) throws

    /// Runs a query and reads each row with `read`.
    func query<T>(
        _ sql: String, _ values: [any SQLBindable], _ read: (inout Columns) throws -> T
    ) throws -> [T]

    /// Has something done once before the transaction is committed, however often it is asked for under
    /// one key; where it throws, nothing is committed and the transaction begins anew.
    /// - Returns: false where it must be done at once instead.
    func beforeCommit(_ key: ObjectIdentifier, _ work: @escaping () throws -> Void) -> Bool

    /// Somebody acted on it: where people's acts are audited, a line says so.
    func acted(on subject: EventSubject)
}

extension Session {
    public func acted(on subject: EventSubject) {}
}

extension Session {
    @discardableResult
    public func execute(_ sql: String) throws -> Int { try execute(sql, []) }

    public func first<T>(
        _ sql: String, _ values: [any SQLBindable] = [], _ read: (inout Columns) throws -> T
    ) throws -> T? {
        try query(sql, values, read).first
    }

    public func count(_ sql: String, _ values: [any SQLBindable] = []) throws -> Int {
        try first(sql, values) { Int($0.integer()) } ?? 0
    }

    /// `(?, ?, ?)` for an IN of so many values.
    static func marks(_ count: Int) -> String {
        "(" + Array(repeating: "?", count: count).joined(separator: ",") + ")"
    }
}

extension Array {
    /// So many at a time as a statement takes values for.
    var inParts: [[Element]] { inParts(of: 500) }

    public func inParts(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

/// A row as an engine hands it out.
public protocol Row {
    func integer(_ column: Int) -> Int64?
    func real(_ column: Int) -> Double?
    func text(_ column: Int) -> String?
    func blob(_ column: Int) -> [UInt8]?
}

/// Takes the columns of a row one after the other, in the order of the SELECT.
public struct Columns {
    private let row: any Row
    private var next = 0

    public init(_ row: any Row) { self.row = row }

    private mutating func advance() -> Int {
        defer { next += 1 }
        return next
    }

    public mutating func optionalInteger() -> Int64? { row.integer(advance()) }
    public mutating func optionalReal() -> Double? { row.real(advance()) }
    public mutating func optionalText() -> String? { row.text(advance()) }
    public mutating func optionalBlob() -> [UInt8]? { row.blob(advance()) }

    /// NULL where the schema forbids it reads as the type's zero.
    public mutating func integer() -> Int64 { optionalInteger() ?? 0 }
    public mutating func int() -> Int { Int(integer()) }
    public mutating func bool() -> Bool { integer() != 0 }
    public mutating func real() -> Double { optionalReal() ?? 0 }
    public mutating func text() -> String { optionalText() ?? "" }
    public mutating func blob() -> [UInt8] { optionalBlob() ?? [] }
    public mutating func instant() -> Instant { Instant(milliseconds: integer()) }
    public mutating func optionalInstant() -> Instant? { optionalInteger().map { Instant(milliseconds: $0) } }
    public mutating func source() -> SourceID { SourceID(text()) }

    /// A value that the schema's CHECK limits to the cases of an enum.
    public mutating func value<T: RawRepresentable>(_ type: T.Type = T.self) throws -> T
    where T.RawValue == String {
        let text = text()
        guard let value = T(rawValue: text) else {
            throw StoreError.damaged("\(text.debugDescription) is no \(T.self)")
        }
        return value
    }

    public mutating func optionalValue<T: RawRepresentable>(_ type: T.Type = T.self) -> T?
    where T.RawValue == String {
        optionalText().flatMap(T.init(rawValue:))
    }
}
