import CXML2

/// Gives memory that was freed back to the system. libxml2's trees leave glibc's heap in pieces, and glibc
/// keeps what it freed unless it is asked; call it when there is nothing else to do.
public func returnFreedMemory() {
    TreeMemory.release()
    #if canImport(Glibc)
        malloc_trim(0)
    #endif
}

/// Has all threads share two heaps: glibc makes eight for each core else, and each keeps what it freed. Call
/// it before there are threads.
///
/// A heap keeps some megabytes at its end until it is asked for them: each page that is read takes hundreds of kB
/// for a moment, which the system would else take back and clear again page by page.
public func shareHeaps() {
    #if canImport(Glibc)
        mallopt(M_ARENA_MAX, 2)
        mallopt(M_TRIM_THRESHOLD, 4 << 20)
        mallopt(M_MMAP_THRESHOLD, 2 << 20)
        mallopt(M_TOP_PAD, 256 << 10)
    #endif
}
