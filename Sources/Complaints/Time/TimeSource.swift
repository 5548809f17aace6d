/// Where the present comes from. Passed to every loop, so that a test can turn the hands itself.
public protocol TimeSource: Sendable {
    func now() -> Instant
    /// Returns at `deadline` or soon after; throws `CancellationError` when cancelled.
    func sleep(until deadline: Instant) async throws
}

extension TimeSource {
    public func sleep(for length: Duration) async throws { try await sleep(until: now() + length) }
}
