/// What a changed policy or calendar would do to a case: told before anything is moved.

/// One clock that would show something else under other rules.
public struct ClockMove: Hashable, Sendable {
    public var clock: String
    /// nil for a clock that the old rules did not have.
    public var before: ClockReading?
    /// nil for a clock that the new rules no longer have.
    public var after: ClockReading?

    public init(clock: String, before: ClockReading?, after: ClockReading?) {
        self.clock = clock
        self.before = before
        self.after = after
    }

    /// How much later it would be due; negative for earlier, nil where one of them has no due time.
    public var shift: Duration? {
        guard let old = before?.due, let new = after?.due else { return nil }
        return new - old
    }

    /// Late at once, and was not before.
    public var wouldMiss: Bool { after?.state == .missed && before?.state != .missed }
}

/// The clocks of one case that differ, in the order of the new rules; what was met and stays so is no move.
public func moves(from old: [ClockReading], to new: [ClockReading]) -> [ClockMove] {
    let before = Dictionary(old.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(new.map(\.name))
    let changed = new.compactMap { reading -> ClockMove? in
        guard let known = before[reading.name] else {
            return ClockMove(clock: reading.name, before: nil, after: reading)
        }
        let isOver = known.state == reading.state && (reading.state == .met || reading.state == .off)
        guard !isOver, known.due != reading.due || known.state != reading.state else { return nil }
        return ClockMove(clock: reading.name, before: known, after: reading)
    }
    let gone = old.filter { !kept.contains($0.name) && $0.state != .met && $0.state != .off }
    return changed + gone.map { ClockMove(clock: $0.name, before: $0, after: nil) }
}
