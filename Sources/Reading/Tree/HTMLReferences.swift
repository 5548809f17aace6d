/// What `&amp;` and `&#8211;` stand for in texts and attributes.
import CXML2
import Foundation

extension HTMLScanner {
    /// Writes what a reference stands for; 0 bytes where libxml2 is to say.
    func referred(at start: Int, into place: Int) -> (length: Int, end: Int) {
        var end = start + 1
        if byte(end) == 0x23 {
            var value: UInt32 = 0
            end += 1
            let isHex = byte(end) | 0x20 == 0x78
            if isHex { end += 1 }
            let first = end
            while end < first + 7 {
                let digit = byte(end)
                if digit.isASCIIDigit {
                    value = value * (isHex ? 16 : 10) + UInt32(digit - 0x30)
                } else if isHex, (0x61...0x66).contains(digit | 0x20) {
                    value = value * 16 + UInt32((digit | 0x20) - 0x57)
                } else {
                    break
                }
                end += 1
            }
            guard end > first, byte(end) == 0x3B else { return (0, start) }
            return (write(value, at: place), end + 1)
        }
        guard Self.beginsName(byte(end)) else {
            // A mark that stands for itself.
            guard byte(end) < 0x80 else { return (0, start) }
            room[place] = 0x26
            return (1, end)
        }
        while Self.isInName(byte(end)) { end += 1 }
        let length = end - start - 1
        // A name may go on with letters beyond ASCII.
        let after = byte(end)
        guard after < 0x80, end < count else { return (0, start) }
        if after == 0x3B, let value = Self.entity(base + start + 1, length) {
            return (write(value, at: place), end + 1)
        }
        // Not a reference: as it stands.
        memcpy(room + place, base + start, length + 1)
        return (length + 1, end)
    }

    private static func entity(_ name: UnsafePointer<UInt8>, _ length: Int) -> UInt32? {
        guard length < 12 else { return nil }
        if length == 3, memcmp(name, "amp", 3) == 0 { return 0x26 }
        if length == 4, memcmp(name, "nbsp", 4) == 0 { return 0xA0 }
        if length == 4, memcmp(name, "quot", 4) == 0 { return 0x22 }
        if length == 2, memcmp(name, "lt", 2) == 0 { return 0x3C }
        if length == 2, memcmp(name, "gt", 2) == 0 { return 0x3E }
        return withUnsafeTemporaryAllocation(of: xmlChar.self, capacity: length + 1) { room in
            for index in 0..<length { room[index] = name[index] }
            room[length] = 0
            return htmlEntityLookup(room.baseAddress).map { UInt32($0.pointee.value) }
        }
    }

    /// 0 for what is no character.
    private func write(_ value: UInt32, at place: Int) -> Int {
        let isControl = value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D
        guard !isControl, value != 0xFFFE, value != 0xFFFF, let scalar = Unicode.Scalar(value) else {
            return 0
        }
        var length = 0
        for byte in scalar.utf8 {
            room[place + length] = byte
            length += 1
        }
        return length
    }
}
