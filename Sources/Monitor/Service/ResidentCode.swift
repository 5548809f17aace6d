import Foundation

/// Lets the system forget which pages of the program and its libraries it has mapped: what is needed again
/// is mapped again from the page cache, without reading the disk.
///
/// Starting runs code that never runs again, and each page that is touched maps fifteen around it: of 42 MB
/// of program, a daemon that waits needs a few.
func letGoOfUnusedCode() {
    #if canImport(Glibc)
        guard let maps = try? String(contentsOfFile: "/proc/self/smaps", encoding: .utf8) else { return }
        var mapping: (start: UInt, end: UInt)?
        var isUntouched = false
        for line in maps.split(separator: "\n") {
            let parts = line.split(separator: " ", omittingEmptySubsequences: true)
            if parts.count >= 5, parts[1].count == 4 {
                let ends = parts[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
                let isOfFile = parts.count == 6 && parts[5].hasPrefix("/") && parts[1].hasPrefix("r-")
                mapping = isOfFile && ends.count == 2 ? (ends[0], ends[1]) : nil
            } else if line.hasPrefix("Anonymous:") {
                isUntouched = parts.count > 1 && parts[1] == "0"
            } else if line.hasPrefix("Swap:"), let found = mapping, isUntouched, parts[1] == "0" {
                // unsafe: a mapping of a file, not writable, of which no page was ever changed (relocated
                // data was, and counts as anonymous): the file holds all of it.
                madvise(
                    UnsafeMutableRawPointer(bitPattern: found.start), Int(found.end - found.start),
                    MADV_DONTNEED)
            }
        }
    #endif
}
