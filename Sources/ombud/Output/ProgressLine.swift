import Foundation
import Synchronization

/// How far long work has come, on standard error: one line that changes on a terminal; elsewhere a line every
/// few seconds.
final class ProgressLine: Sendable {
    private let isQuiet: Bool
    private let last = Mutex(ContinuousClock.now)

    init(isQuiet: Bool) { self.isQuiet = isQuiet }

    func show(_ text: String) {
        guard !isQuiet else { return }
        let pause: Duration = Screen.isTerminal ? .milliseconds(100) : .seconds(3)
        let isTime = last.withLock { last in
            guard ContinuousClock.now - last > pause else { return false }
            last = .now
            return true
        }
        guard isTime else { return }
        let line = text.safe.cut(to: Screen.width ?? .max)
        write(Screen.isTerminal ? "\r\u{1B}[K" + line : line + "\n")
    }

    /// Leaves nothing of itself on a terminal.
    func end() {
        if Screen.isTerminal, !isQuiet { write("\r\u{1B}[K") }
    }

    /// Told at any time, and stays.
    func note(_ text: String) { write((Screen.isTerminal ? "\r\u{1B}[K" : "") + text.safe + "\n") }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// Raised once, by anyone.
final class Raised: Sendable {
    private let value = Atomic(false)
    var isRaised: Bool { value.load(ordering: .relaxed) }
    func raise() { value.store(true, ordering: .relaxed) }
}
