import Complaints

/// Whether a page that was looked at is archived, and how.
public enum ArchiveDecision: Hashable, Sendable {
    /// In full: it was never, or it is not what it was.
    case copy
    /// As still the same.
    case revisit(of: EvidenceEntry)
    /// Not: why.
    case hold(Reason)

    public enum Reason: Hashable, Sendable {
        /// It was said not to be modified, but what it was is not archived.
        case noCopy
        /// Witnessed already; next on the following day.
        case witnessed(at: Instant)
    }
}

/// What a visit got of a page.
public enum PageSeen: Hashable, Sendable {
    /// Its bytes, by their digest (`Payload.digest`).
    case bytes([UInt8])
    /// 304, for the validator that was asked with: `ETag`, else `Last-Modified`.
    case notModified(validator: String?)
}

/// An unchanged page is witnessed on the first visit after its copy, then once a day.
/// - Parameter always: something depends on this very visit (a mention vanished): it is witnessed anyway.
public func archiving(
    _ seen: PageSeen, latest: LatestEvidence?, now: Instant, always: Bool = false
) -> ArchiveDecision {
    switch seen {
    case .bytes(let digest):
        guard let latest, latest.copy.payloadDigest == digest else { return .copy }
        return witness(latest, now: now, always: always)
    case .notModified(let validator):
        guard let latest, let validator, latest.copy.validator == validator else { return .hold(.noCopy) }
        return witness(latest, now: now, always: always)
    }
}

private func witness(_ latest: LatestEvidence, now: Instant, always: Bool) -> ArchiveDecision {
    // A clock set back must not stop the witnessing: only what is less than a day away, either way, counts.
    if let last = latest.revisited, !always, now < last + .seconds(86_400), last < now + .seconds(86_400) {
        return .hold(.witnessed(at: last))
    }
    return .revisit(of: latest.copy)
}
