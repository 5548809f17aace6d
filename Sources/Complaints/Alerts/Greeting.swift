/// The validation handshake of CloudEvents' HTTP webhook (version 1.0, section 4): a receiver is asked with
/// OPTIONS whether it wants deliveries, and how many a minute.
public struct Greeting: Hashable, Sendable {
    /// It agreed, to so many deliveries a minute; nil is any number.
    public var rate: Double?

    /// The host of the instance's URI, as the specification wants the name of the sender.
    public static func origin(of instance: String) -> String { WebURL(instance)?.host ?? instance }

    public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        case status(Int)
        case otherOrigin(String)
        case noOrigin
        case badRate(String)
        case unreachable(String)

        public var description: String {
            switch self {
            case .status(let status): "it answered \(status) when it was asked with OPTIONS"
            case .otherOrigin(let origin):
                "it allows deliveries from \(origin), not from here (WebHook-Allowed-Origin)"
            case .noOrigin: "it did not agree: no WebHook-Allowed-Origin in its answer to OPTIONS"
            case .badRate(let rate):
                "it allows \(rate.debugDescription) deliveries a minute, which is no number (WebHook-Allowed-Rate)"
            case .unreachable(let why): "it could not be asked with OPTIONS: \(why)"
            }
        }
    }

    /// What an answer to the question means.
    /// - Parameters:
    ///   - origins: the values of `WebHook-Allowed-Origin`.
    ///   - rate: `WebHook-Allowed-Rate`.
    public init(
        status: Int, origins: [String], rate: String?, for origin: String
    ) throws(Refusal) {
        guard (200..<300).contains(status) else { throw .status(status) }
        let allowed = origins.flatMap { $0.split(separator: ",") }
            .compactMap { $0.split(whereSeparator: \.isWhitespace).first }
        guard let first = allowed.first else { throw .noOrigin }
        guard allowed.contains(where: { $0 == "*" || $0.lowercased() == origin.lowercased() }) else {
            throw .otherOrigin(String(first))
        }
        switch rate {
        case nil, "*", "": self.rate = nil
        case let text?:
            guard let number = Double(text), number.isFinite, number > 0 else { throw .badRate(text) }
            self.rate = number
        }
    }
}
