import CCurl
import Complaints

/// libcurl's two kinds of handle, each owned by one object; no pointer of theirs leaves this folder.

/// A multi handle. Used by the reactor's thread alone, but for `wake`, which libcurl documents as safe
/// from any thread while the handle lives.
final class MultiHandle: @unchecked Sendable {
    // unchecked: `pointer` never changes; `running` is touched by the reactor's thread only.
    private let pointer: UnsafeMutableRawPointer?
    private var running: [ObjectIdentifier: Transfer] = [:]
    private var isClosed = false

    private static let isInitialised = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Connections are kept for so many transfers at a time.
    init(atMost: Int) {
        pointer = Self.isInitialised ? curl_multi_init() : nil
        _ = ombud_multi_set_long(pointer, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        _ = ombud_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, atMost)
        _ = ombud_multi_set_long(pointer, CURLMOPT_MAX_TOTAL_CONNECTIONS, 2 * atMost)
    }

    /// The reactor and its thread hold this object, so nobody can wake a handle that is gone.
    deinit { curl_multi_cleanup(pointer) }

    func wake() { curl_multi_wakeup(pointer) }

    func poll(milliseconds: Int32) { curl_multi_poll(pointer, nil, 0, milliseconds, nil) }

    func perform() {
        var count: Int32 = 0
        curl_multi_perform(pointer, &count)
    }

    func add(_ easy: EasyHandle, for transfer: Transfer) {
        running[ObjectIdentifier(transfer)] = transfer
        curl_multi_add_handle(pointer, easy.pointer)
    }

    func remove(_ easy: EasyHandle) {
        curl_multi_remove_handle(pointer, easy.pointer)
        if let transfer = Transfer.attached(to: easy) { running[ObjectIdentifier(transfer)] = nil }
    }

    func transfers() -> [Transfer] { Array(running.values) }

    /// The next transfer that libcurl has ended, with how.
    func nextDone() -> (Transfer, CURLcode)? {
        var left: Int32 = 0
        while let message = curl_multi_info_read(pointer, &left) {
            // The message is valid until the handle is removed; its parts are copied here.
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else {
                continue
            }
            let code = message.pointee.data.result
            if let transfer = Transfer.attached(to: easy) { return (transfer, code) }
        }
        return nil
    }

    func close() { running = [:] }
}

/// An easy handle: the options and state of one transfer at a time.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    /// Of headers, or of a mail's recipients.
    private var header: UnsafeMutablePointer<curl_slist>?
    /// False once it held a jar: what one source was given must never be sent for another.
    private(set) var isReusable = true

    init?() {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
    }

    deinit {
        curl_slist_free_all(header)
        curl_easy_cleanup(pointer)
    }

    /// Forgets every option; connections, names and TLS sessions stay with the multi handle.
    func reset() {
        curl_easy_reset(pointer)
        curl_slist_free_all(header)
        header = nil
    }

    func set(_ option: CURLoption, _ value: Int) { _ = ombud_easy_set_long(pointer, option, value) }

    func set(_ option: CURLoption, offset value: Int) {
        _ = ombud_easy_set_offset(pointer, option, curl_off_t(value))
    }

    /// libcurl copies the text; nil undoes its default.
    func set(_ option: CURLoption, _ value: String?) { _ = ombud_easy_set_text(pointer, option, value) }

    func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer?) {
        _ = ombud_easy_set_pointer(pointer, option, value)
    }

    /// libcurl copies the bytes (COPYPOSTFIELDS after the size).
    func setBody(_ bytes: [UInt8]) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, offset: bytes.count)
        bytes.withUnsafeBytes { bytes in
            // The copy is made within this call; a body of no bytes has no address, and sends none.
            let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            if bytes.isEmpty {
                set(CURLOPT_COPYPOSTFIELDS, "")
            } else {
                set(CURLOPT_COPYPOSTFIELDS, pointer: start)
            }
        }
    }

    /// libcurl reads the list until the transfer ends, so it is kept until `reset`.
    func setHeaders(_ lines: [String]) { setList(CURLOPT_HTTPHEADER, lines) }

    func setList(_ option: CURLoption, _ lines: [String]) {
        for line in lines { header = curl_slist_append(header, line) ?? header }
        _ = ombud_easy_set_list(pointer, option, header)
    }

    /// Opens a jar with these lines (Netscape cookie file); libcurl copies them.
    func setCookies(_ lines: [String]) {
        isReusable = false
        set(CURLOPT_COOKIEFILE, "")
        for line in lines { set(CURLOPT_COOKIELIST, line) }
    }

    /// The jar's lines as they are now, sorted, so that an unchanged jar is equal.
    func cookies() -> [String] {
        var list: UnsafeMutablePointer<curl_slist>?
        _ = ombud_easy_get_list(pointer, CURLINFO_COOKIELIST, &list)
        // The list is a copy that is ours to free; each of its texts ends with a zero.
        defer { curl_slist_free_all(list) }
        var lines: [String] = []
        var item = list
        while let current = item {
            lines.append(String(cString: current.pointee.data))
            item = current.pointee.next
        }
        return lines.sorted()
    }

    func long(_ info: CURLINFO) -> Int {
        var value = 0
        _ = ombud_easy_get_long(pointer, info, &value)
        return value
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        _ = ombud_easy_get_offset(pointer, info, &value)
        return Int(value)
    }

    /// The text is libcurl's own until the next transfer; it is copied.
    func text(_ info: CURLINFO) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        _ = ombud_easy_get_text(pointer, info, &value)
        return value.map { String(cString: $0) }
    }
}
