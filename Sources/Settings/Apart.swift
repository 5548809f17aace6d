/// Keeps what stays in memory apart from what the reading of it left behind.
import Complaints
import Foundation
import Synchronization

/// The same watchlists, in memory of their own.
///
/// An address that stays in the middle of a freed tree keeps its page of memory from being given back: of
/// thousands of sources that was more than everything else a daemon holds. glibc gives each thread an arena
/// of its own, so the copy is made by a thread that makes nothing else.
func apart(_ watchlists: [Watchlist]) -> [Watchlist] {
    // A few leave little behind.
    guard watchlists.reduce(0, { $0 + $1.sources.count }) >= 500 else { return watchlists }
    let copy = Mutex<[Watchlist]?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    let thread = Thread {
        let copies = watchlists.map { $0.copied }
        copy.withLock { $0 = copies }
        isDone.signal()
    }
    thread.start()
    isDone.wait()
    return copy.withLock { $0 } ?? watchlists
}

extension Watchlist {
    fileprivate var copied: Watchlist {
        var copy = self
        copy.sources = sources.map { source in
            var source = source
            source.id = SourceID(source.id.name.copied)
            source.url = source.url.copied
            return source
        }
        return copy
    }
}

extension String {
    /// With bytes of its own.
    fileprivate var copied: String { String(decoding: Array(utf8), as: UTF8.self) }
}
