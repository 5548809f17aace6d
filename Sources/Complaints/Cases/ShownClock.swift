/// A clock as people are shown it: one that a reply on an unseen page may have stopped is `unknown`, never
/// fine.
public struct ShownClock: Hashable, Sendable {
    public var reading: ClockReading
    /// Why its state is not known; nil when it is.
    public var doubt: String?

    public init(_ reading: ClockReading, doubt: String? = nil) {
        self.reading = reading
        self.doubt = doubt
    }

    /// `running`, `paused`, `met`, `missed`, `off`, or `unknown`.
    public var state: String { doubt == nil ? reading.state.rawValue : "unknown" }
}

/// A source on which a reply would not be seen now.
public struct UnseenSource: Hashable, Sendable {
    public var source: SourceID
    public var reason: Reason
    public var since: Instant?

    public enum Reason: String, Hashable, Sendable {
        case blind, changed, paused
        /// No watchlist names it any more.
        case dropped
        /// It is our own network that is down.
        case networkDown = "network-down"
    }

    public init(source: SourceID, reason: Reason, since: Instant? = nil) {
        self.source = source
        self.reason = reason
        self.since = since
    }

    /// As the beginning of a sentence: `forum is blind since ...`.
    var words: String {
        let time = since.map { " since \($0)" } ?? ""
        return switch reason {
        case .blind: "\(source) is blind\(time)"
        case .changed: "\(source) cannot be read\(time)"
        case .paused: "\(source) is paused\(time)"
        case .dropped: "\(source) is not watched any more"
        case .networkDown: "our own network is down, so that \(source) is not seen\(time)"
        }
    }
}

/// What each clock may be shown as.
///
/// - Parameters:
///   - rules: of the policy of the case; a clock without one is shown as it is.
///   - unseen: the sources of the case's mentions that are not seen now.
public func shown(_ clocks: [ClockReading], rules: [ClockRule], unseen: [UnseenSource]) -> [ShownClock] {
    guard !unseen.isEmpty else { return clocks.map { ShownClock($0) } }
    let stops = Dictionary(rules.map { ($0.name, $0.until) }, uniquingKeysWith: { first, _ in first })
    let why = unseen.map(\.words).joined(separator: "; ") + ": a reply there would not be seen"
    return clocks.map { clock in
        // What is met stays met; what is missed was missed as far as is known, and was told.
        guard clock.state == .running, let until = stops[clock.name] else { return ShownClock(clock) }
        switch until {
        case .reply, .update: return ShownClock(clock, doubt: why)
        case .assign, .resolve: return ShownClock(clock)
        }
    }
}
