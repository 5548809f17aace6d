import Complaints

/// What a record says holds no control characters: stores cut a text at NUL, so that it would look edited on
/// every visit, and terminals obey the rest.

extension Record {
    var withoutControls: Record {
        guard
            text.utf8.hasControls || (id?.utf8.hasControls ?? false) || (author?.utf8.hasControls ?? false)
                || (title?.utf8.hasControls ?? false) || (reply?.text.utf8.hasControls ?? false)
                || (reply?.author?.utf8.hasControls ?? false)
        else { return self }
        var record = self
        record.id = id?.withoutControls
        record.author = author?.withoutControls
        record.title = title?.withoutControls
        record.text = text.withoutControls
        record.reply?.author = reply?.author?.withoutControls
        if let reply { record.reply?.text = reply.text.withoutControls }
        return record
    }
}

extension String {
    /// Tabs and line breaks stay, the latter as `\n`.
    var withoutControls: String {
        guard utf8.hasControls else { return self }
        var scalars = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0D: scalars.append("\n")
            case 0x0A where isAfterReturn: break
            case 0x0A, 0x09: scalars.append(scalar)
            case 0x00..<0x20, 0x7F..<0xA0: break
            default: scalars.append(scalar)
            }
            isAfterReturn = scalar.value == 0x0D
        }
        return String(scalars)
    }
}

extension String.UTF8View {
    /// C0 and DEL are a byte each; C1 is 0xC2 and a byte below 0xA0.
    fileprivate var hasControls: Bool {
        withContiguousStorageIfAvailable(Self.hasControls) ?? Self.hasControls(self)
    }

    private static func hasControls(_ bytes: some Sequence<UInt8>) -> Bool {
        var isAfterC2 = false
        for byte in bytes {
            if byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0x7F { return true }
            if isAfterC2, byte < 0xA0 { return true }
            isAfterC2 = byte == 0xC2
        }
        return false
    }
}
