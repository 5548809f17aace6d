/// The memory that trees of pages live in: one stretch for each page being read, kept for the next page.
///
/// The thread's own stretch is known to `arena.h` as it was compiled into this file: nothing here may be
/// inlined into another.
import CXML2
import Synchronization

enum TreeMemory {
    /// A stretch at rest; used by one thread at a time.
    private struct Stretch: @unchecked Sendable {
        // unsafe: made once, never freed, and in one hand at a time: taken from the list or put back.
        let arena: UnsafeMutablePointer<ombud_arena>
    }

    private static let size = 16 << 20
    /// What a stretch keeps for the next page; a larger page gives the rest back.
    private static let kept = 4 << 20
    private static let resting = Mutex<[Stretch]>([])

    /// libxml2 is told where its memory comes from before it is first used.
    private static let isReady: Bool = {
        ombud_arena_install()
        return true
    }()

    /// Before any use of libxml2 that is not of a page being read.
    static func prepare() { _ = isReady }

    /// Calls `body`; the tree it parses and everything about it must be gone when it returns, and it must
    /// stay on its thread.
    static func lent<Result>(_ body: () throws(ReadingFailure) -> Result) throws(ReadingFailure) -> Result {
        let arena = enter()
        defer { if let arena { leave(arena) } }
        return try body()
    }

    /// A page that is read inside of another's reading shares its memory.
    @inline(never)
    private static func enter() -> UnsafeMutablePointer<ombud_arena>? {
        guard isReady, ombud_is_inside() == 0 else { return nil }
        guard let arena = resting.withLock({ $0.popLast() })?.arena ?? ombud_arena_new(size) else {
            return nil
        }
        ombud_enter(arena)
        return arena
    }

    @inline(never)
    private static func leave(_ arena: UnsafeMutablePointer<ombud_arena>) {
        ombud_leave()
        ombud_arena_trim(arena, kept)
        let stretch = Stretch(arena: arena)
        resting.withLock { $0.append(stretch) }
    }

    @inline(never)
    static func free(_ document: xmlDocPtr?) { ombud_free_doc(document) }

    /// Gives back what resting stretches keep.
    @inline(never)
    static func release() {
        resting.withLock { for stretch in $0 { ombud_arena_trim(stretch.arena, 0) } }
    }
}
