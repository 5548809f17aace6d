/// iconv's converters, kept for the next page: opening one maps a module of the C library into the program.
import Foundation
import Synchronization

enum Converters {
    private struct Resting: @unchecked Sendable {
        // unsafe: in one hand at a time: taken from the list or put back.
        let converter: iconv_t
    }

    private static let resting = Mutex<[String: [Resting]]>([:])

    /// One from `encoding` to UTF-8, as new; nil where iconv does not know the encoding.
    static func take(_ encoding: Encoding) -> iconv_t? {
        if let found = resting.withLock({ $0[encoding.iconvName]?.popLast() }) {
            _ = iconv(found.converter, nil, nil, nil, nil)
            return found.converter
        }
        guard let converter = iconv_open("UTF-8", encoding.iconvName), converter != iconv_t(bitPattern: -1)
        else { return nil }
        return converter
    }

    static func putBack(_ converter: iconv_t, _ encoding: Encoding) {
        let one = Resting(converter: converter)
        resting.withLock { $0[encoding.iconvName, default: []].append(one) }
    }
}
