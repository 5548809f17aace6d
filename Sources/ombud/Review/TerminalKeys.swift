import CTerminal
import Foundation
import Synchronization

/// What comes from the terminal and to the process: keys, lines, signals. Waiting for them blocks a thread of
/// their own.
enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    case line(String)
    case resized, continued, stop
    /// SIGINT, SIGTERM, SIGHUP, SIGQUIT.
    case signal(Int32)
    /// Nobody is at the other end any more.
    case closed
}

enum TerminalKeys {
    /// An escape that nothing follows within so many milliseconds is the key.
    private static let escapeWait: Int32 = 50

    /// - Parameter signals: as `TerminalScreen.open` gives it.
    static func events(signals: Int32) -> AsyncStream<TerminalEvent> {
        AsyncStream { events in
            let thread = Thread { readKeys(signals, events) }
            thread.name = "keys"
            thread.start()
        }
    }

    /// Standard input line by line.
    static func lines() -> AsyncStream<TerminalEvent> {
        AsyncStream { events in
            let thread = Thread {
                while let line = readLine() { events.yield(.line(line)) }
                events.yield(.closed)
                events.finish()
            }
            thread.name = "lines"
            thread.start()
        }
    }

    private static func readKeys(_ signals: Int32, _ events: AsyncStream<TerminalEvent>.Continuation) {
        var decoder = KeyDecoder()
        var wasInterrupted = false
        while true {
            var waits = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&waits, 2, decoder.isWaiting ? escapeWait : -1)
            if ready == 0 { for key in decoder.flush() { events.yield(.key(key)) } }
            guard ready > 0 else { continue }
            if waits[1].revents != 0 { for number in read(signals) { tell(Int32(number), events) } }
            guard waits[0].revents != 0 else { continue }
            let bytes = read(STDIN_FILENO)
            guard !bytes.isEmpty else { break }
            for key in decoder.feed(bytes) {
                // Whoever should have acted on the first one hangs; what is stored is stored.
                if key == .interrupt, wasInterrupted { ombud_terminal_end(130) }
                if key == .interrupt { wasInterrupted = true }
                events.yield(.key(key))
            }
        }
        events.yield(.closed)
        events.finish()
    }

    private static func tell(_ signal: Int32, _ events: AsyncStream<TerminalEvent>.Continuation) {
        switch signal {
        case SIGWINCH: events.yield(.resized)
        case SIGCONT: events.yield(.continued)
        case SIGTSTP: events.yield(.stop)
        default: events.yield(.signal(signal))
        }
    }

    /// Empty at the end, and where the terminal is gone.
    private static func read(_ descriptor: Int32) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Foundation.read(descriptor, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            return Array(bytes.prefix(max(0, count)))
        }
    }
}
