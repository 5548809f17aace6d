import Complaints

/// The mentions that are gone through, in their order: what was passed over can be gone back to.
struct ReviewQueue: Hashable, Sendable {
    private(set) var ids: [MentionID] = []
    private(set) var place = 0
    /// Nothing is left to do about these here: decided or put off, by whomever.
    private(set) var settled: Set<MentionID> = []

    var current: MentionID? { ids.indices.contains(place) ? ids[place] : nil }
    var passedOver: Int { ids.count { !settled.contains($0) } }

    /// The next one that wants something; the end where there is none.
    mutating func goOn() {
        place = ids.indices.first { $0 > place && !settled.contains(ids[$0]) } ?? ids.count
    }

    /// The one before, also one that is settled.
    /// - Returns: false at the beginning.
    mutating func goBack() -> Bool {
        guard place > 0 else { return false }
        place -= 1
        return true
    }

    mutating func go(to id: MentionID) {
        guard let found = ids.firstIndex(of: id) else { return }
        place = found
    }

    mutating func goToStart() {
        place = -1
        goOn()
    }

    mutating func settle(_ id: MentionID) { settled.insert(id) }
    mutating func unsettle(_ id: MentionID) { settled.remove(id) }

    /// What waits for a decision now: some are new here, some have come back.
    mutating func add(_ waiting: [MentionID]) {
        settled.subtract(waiting)
        let known = Set(ids)
        ids += waiting.filter { !known.contains($0) }
    }

    /// What is likely to be shown after this one.
    var upcoming: MentionID? {
        ids.indices.first { $0 > place && !settled.contains(ids[$0]) }.map { ids[$0] }
    }
}
