import Complaints
import Storage

/// Tags on cases, and what cases have to do with one another.
extension Desk {
    /// What is on the case already, or is not, stays as it is.
    public func tag(_ id: CaseID, add: [Tag], remove: [Tag]) async throws -> Case {
        if let both = add.first(where: remove.contains) {
            throw Refusal.already("the tag \(both) cannot be put on and taken off at once; say one of them")
        }
        return try await change(id, leavesNext: true) { file, now in
            let (session, id) = (file.session, file.case.id)
            let added = try add.filter { try session.addTag($0, to: id, at: now, by: who) }
            let removed = try remove.filter { try session.removeTag($0, of: id) }
            for (tags, what) in [(added, TimelineEntry.What.tagged), (removed, .untagged)] where !tags.isEmpty
            {
                let names = tags.map(\.name).joined(separator: ", ")
                try file.add(TimelineEntry(at: now, by: who, what: what, note: names))
            }
        }
    }

    /// Says on both cases what one is to the other; a link that is there stays as it is.
    public func link(
        _ id: CaseID, to target: CaseLink.Target, as kind: CaseLink.Kind, why: String?
    ) async throws -> Case {
        if case .url = target, kind != .related {
            throw Refusal.already(
                "a page is \(CaseLink.Kind.related.rawValue); only a case is \(kind.rawValue)")
        }
        return try await change(id, leavesNext: true) { file, now in
            let session = file.session
            if case .case(let other) = target {
                try requireAnother(other, than: id, in: session)
                try forbidRound(from: id, to: other, as: kind, in: session)
            }
            let link = CaseLink(target: target, kind: kind, at: now, by: who, why: why)
            guard try session.addLink(link, to: id) else { return }
            let reason = why.map { ": \($0)" } ?? ""
            try file.add(
                TimelineEntry(at: now, by: who, what: .linked, note: "\(kind.rawValue) \(target)\(reason)"))
            guard case .case(let other) = target else { return }
            try session.addTimeline(
                TimelineEntry(
                    at: now, by: who, what: .linked, note: "\(kind.reversed.rawValue) case \(id)\(reason)"),
                of: other)
        }
    }

    /// Whatever the case has to do with the target, it has no more.
    public func unlink(_ id: CaseID, from target: CaseLink.Target, why: String?) async throws -> Case {
        try await change(id, leavesNext: true) { file, now in
            let session = file.session
            let gone = try session.removeLinks(of: id, to: target)
            guard !gone.isEmpty else {
                throw Refusal.already("case \(id) is not linked to \(target): nothing to undo")
            }
            let reason = why.map { ": \($0)" } ?? ""
            for kind in gone {
                try file.add(
                    TimelineEntry(
                        at: now, by: who, what: .unlinked, note: "\(kind.rawValue) \(target)\(reason)"))
                guard case .case(let other) = target else { continue }
                try session.addTimeline(
                    TimelineEntry(
                        at: now, by: who, what: .unlinked,
                        note: "\(kind.reversed.rawValue) case \(id)\(reason)"),
                    of: other)
            }
        }
    }

    private func requireAnother(_ other: CaseID, than id: CaseID, in session: any Session) throws {
        guard other != id else {
            throw Refusal.already("case \(id) cannot be linked to itself; name another")
        }
        guard try session.case(other) != nil else { throw Refusal.noCase(other) }
    }

    /// No case is its own parent or its own cause, not by way of others either.
    private func forbidRound(
        from id: CaseID, to other: CaseID, as kind: CaseLink.Kind, in session: any Session
    ) throws {
        guard kind.isRanked else { return }
        let (below, above, stored) =
            kind.isStored ? (id, other, kind) : (other, id, kind.reversed)
        guard try session.isReached(below, from: above, along: stored) else { return }
        throw Refusal.already(
            "case \(id) cannot be linked to \(other) as \(kind.rawValue): case \(above) leads back to \(below) by "
                + "\(stored.rawValue) already; `ombud case unlink` takes a link away")
    }
}
