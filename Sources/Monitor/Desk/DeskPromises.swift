import Complaints
import Storage

/// A promise as staff make it, or accept it with changes; nil leaves what is known.
public struct PromiseRequest: Hashable, Sendable {
    public var what: String?
    public var measure: String?
    /// nil for the owner of the case, else whoever makes it.
    public var owner: String?
    public var due: NamedTime?

    public init(what: String? = nil, measure: String? = nil, owner: String? = nil, due: NamedTime? = nil) {
        self.what = what
        self.measure = measure
        self.owner = owner
        self.due = due
    }
}

/// Promises to the customer: made by staff, or recognised in our replies and accepted by staff.
extension Desk {
    public func promise(_ asked: PromiseRequest, on id: CaseID) async throws -> Promise {
        try await withPromises(of: id) { file, now in
            try file.act(.promise)
            guard let what = asked.what, let due = asked.due else {
                throw Refusal.unfit("a promise needs what was promised and until when: --what and --due")
            }
            let promise = Promise(
                what: what, measure: asked.measure, owner: asked.owner ?? file.case.owner ?? who,
                due: try file.instant(of: due, now: now), made: now, by: who)
            let kept = try file.session.addPromise(file.watched(promise), of: id)
            try file.notePromise(kept, by: who, now: now)
            return kept
        }
    }

    /// Makes a proposed promise one that is owed.
    public func accept(
        _ number: Int, _ changes: PromiseRequest = PromiseRequest(), on id: CaseID
    ) async throws -> Promise {
        try await withPromises(of: id) { file, now in
            try file.act(.promise)
            var promise = try file.proposed(number)
            promise.what = changes.what ?? promise.what
            promise.measure = changes.measure ?? promise.measure
            promise.owner = changes.owner ?? promise.owner ?? file.case.owner ?? who
            if let due = changes.due { promise.due = try file.instant(of: due, now: now) }
            promise.by = who
            promise.state = .open
            promise = file.watched(promise)
            try file.session.update(promise, of: id)
            try file.notePromise(promise, by: who, now: now)
            // What was said long ago may be at risk, or broken, already.
            try file.tellPromises(now: now)
            return try file.session.promises(of: id).first { $0.number == number } ?? promise
        }
    }

    /// What looked like a promise is none.
    public func decline(_ number: Int, why: String?, on id: CaseID) async throws -> Promise {
        try await withPromises(of: id) { file, now in
            var promise = try file.proposed(number)
            promise.state = .declined
            promise.by = who
            promise.note = why
            try file.session.update(promise, of: id)
            let reason = why.map { ": \($0)" } ?? ""
            try file.add(
                TimelineEntry(at: now, by: who, what: .promiseDeclined, note: promise.name + reason))
            return promise
        }
    }

    /// How a promise ended.
    /// - Parameters:
    ///   - number: nil for the only one that can end.
    ///   - time: when it was done; nil for now.
    public func end(
        _ number: Int?, as end: PromiseEnd, at time: Instant? = nil, why: String? = nil, on id: CaseID
    ) async throws -> Promise {
        try await withPromises(of: id) { file, now in
            let before = try number.map { try file.promise($0) } ?? file.onlyPromise()
            let promise: Promise
            do throws(ForbiddenEnd) {
                promise = try before.ended(end, at: time ?? now, now: now, note: why)
            } catch {
                throw Refusal.already("case \(id): \(error)")
            }
            try file.session.update(promise, of: id)
            let isBroken = promise.state == .broken
            let how = [PromiseEnd.kept, .broken].contains { $0.rawValue == promise.state.rawValue }
            try file.add(
                TimelineEntry(
                    at: now, by: who, what: isBroken ? .promiseBroken : .promiseKept,
                    note: promise.name + (how ? "" : ", \(promise.state.rawValue)")
                        + (why.map { ": \($0)" } ?? ""),
                    time: promise.ended))
            try file.post(
                isBroken ? .promiseBroken : .promiseKept, at: now, by: who, why: why, promise: promise)
            return promise
        }
    }
}

extension Desk {
    /// What is promised, and how that ended, leaves the next step as it is.
    private func withPromises(
        of id: CaseID, _ work: @escaping @Sendable (inout CaseFile, Instant) throws -> Promise
    ) async throws -> Promise {
        try await transact(id, leavesNext: true, work).result
    }
}

extension CaseFile {
    fileprivate mutating func notePromise(_ promise: Promise, by who: String, now: Instant) throws {
        let details = [promise.measure.map { "seen by: \($0)" }, promise.owner.map { "owner \($0)" }]
        try add(
            TimelineEntry(
                at: now, by: who, what: .promised,
                note: ([promise.name] + details.compactMap { $0 }).joined(separator: ", "),
                time: promise.due))
    }

    fileprivate func promise(_ number: Int) throws -> Promise {
        let all = try session.promises(of: self.case.id)
        if let found = all.first(where: { $0.number == number }) { return found }
        let known = all.map { String($0.number) }.joined(separator: ", ")
        throw Desk.Refusal.already(
            "case \(self.case.id) has no promise \(number); it has \(known.isEmpty ? "none" : known)")
    }

    fileprivate func proposed(_ number: Int) throws -> Promise {
        let found = try promise(number)
        if found.state == .proposed { return found }
        throw Desk.Refusal.already(
            "promise \(found.name) of case \(self.case.id) is \(found.state.rawValue); only a proposed one "
                + "is accepted or declined")
    }

    /// The only one that is still to be kept, else the only one that is broken.
    fileprivate func onlyPromise() throws -> Promise {
        let all = try session.promises(of: self.case.id)
        let open = all.filter { $0.state == .open }
        let fitting = open.isEmpty ? all.filter { $0.state == .broken } : open
        guard let found = fitting.first else {
            throw Desk.Refusal.already("case \(self.case.id) has no open promise")
        }
        guard fitting.count == 1 else {
            throw Desk.Refusal.already(
                "case \(self.case.id) has \(fitting.count) such promises: "
                    + fitting.map(\.name).joined(separator: "; ") + "; name one by its number")
        }
        return found
    }
}
