import CCurl
import Complaints
import Foundation

/// Why a body is not what its `Content-Encoding` says.
public enum CodingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case damaged(coding: String, why: String)
    case tooLarge(limit: Int)

    public var description: String {
        switch self {
        case .damaged(let coding, let why): "the body cannot be decoded from \(coding): \(why)"
        case .tooLarge(let limit): "the body is larger than \(limit) bytes"
        }
    }
}

/// A kept body without its content coding (`gzip`, `br`, `zstd`, ...), by the same libcurl that decodes what
/// is fetched: it is answered once more, on a socket of this process that no network sees.
public func decoded(
    _ body: [UInt8], coding: String, atMost limit: Int
) async throws(CodingFailure) -> [UInt8] {
    let result = await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: answer(body, coding: coding, atMost: limit)) }
        thread.stackSize = 1 << 20
        thread.start()
    }
    return try result.get()
}

private func answer(_ body: [UInt8], coding: String, atMost limit: Int) -> Result<[UInt8], CodingFailure> {
    let place = "ombud-\(UUID().uuidString)"
    guard let listener = listen(at: place), let easy = EasyHandle() else {
        return .failure(.damaged(coding: coding, why: String(cString: strerror(errno))))
    }
    let name = coding.filter { $0.isASCII && !$0.isNewline }
    let head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: \(name)\r\nContent-Length: \(body.count)\r\n"
        + "Connection: close\r\n\r\n"
    Thread { serve(Array(head.utf8) + body, on: listener) }.start()
    let sink = Sink(limit: limit)
    let code = withExtendedLifetime(sink) { easy.fetch(from: place, into: sink) }
    // Nobody is waited for any more; the thread that serves closes it.
    shutdown(listener, Int32(SHUT_RDWR))
    if code == CURLE_OK { return .success(sink.body) }
    return .failure(
        sink.isTooLarge
            ? .tooLarge(limit: limit)
            : .damaged(coding: coding, why: String(cString: curl_easy_strerror(code))))
}

/// What libcurl wrote of one answer.
private final class Sink {
    var body: [UInt8] = []
    var isTooLarge = false
    let limit: Int

    init(limit: Int) { self.limit = limit }

    /// The pointer is that of a sink which outlives its transfer.
    static func from(_ box: UnsafeMutableRawPointer?) -> Sink? {
        box.map { Unmanaged<Sink>.fromOpaque($0).takeUnretainedValue() }
    }

    func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes, count > 0 else { return count }
        guard body.count + count <= limit else {
            isTooLarge = true
            return 0
        }
        // libcurl gives `count` readable bytes that live during this call; they are copied.
        body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
        return count
    }
}

extension EasyHandle {
    fileprivate func fetch(from place: String, into sink: Sink) -> CURLcode {
        set(CURLOPT_URL, "http://localhost/")
        set(CURLOPT_ABSTRACT_UNIX_SOCKET, place)
        set(CURLOPT_PROTOCOLS_STR, "http")
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        set(CURLOPT_ACCEPT_ENCODING, "")
        set(CURLOPT_FORBID_REUSE, 1)
        _ = ombud_easy_on_data(pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, box in
            Sink.from(box)?.take(bytes, size * count) ?? 0
        }
        set(CURLOPT_WRITEDATA, pointer: Unmanaged.passUnretained(sink).toOpaque())
        return curl_easy_perform(pointer)
    }
}

/// A socket in the abstract namespace (unix(7)): no file, gone with this process; nil when there is none.
private func listen(at place: String) -> Int32? {
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { return nil }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // The name follows a zero byte; it is far shorter than the room for it.
    let name = Array(place.utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { room in room[1...].copyBytes(from: name) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.count)
    let isBound = withUnsafePointer(to: &address) { pointer in
        // A sockaddr_un is a sockaddr to the system, of the length that is told.
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, length) == 0 }
    }
    guard isBound, Foundation.listen(listener, 1) == 0 else {
        close(listener)
        return nil
    }
    return listener
}

private func serve(_ answer: [UInt8], on listener: Int32) {
    defer { close(listener) }
    while true {
        let connection = accept(listener, nil, nil)
        if connection < 0 { return }
        defer { close(connection) }
        // Another process may have found it; it is not for that.
        guard isOwn(connection) else { continue }
        send(answer, to: connection)
        return
    }
}

private func isOwn(_ connection: Int32) -> Bool {
    // struct ucred (unix(7)): process, user and group, of 32 bits each.
    var peer: [Int32] = [0, 0, 0]
    var size = socklen_t(12)
    return getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer[0] == getpid()
}

/// Reads a request to its end, answers it, and waits until the other end is closed: what is left unread
/// when this one is closed would break off the answer.
private func send(_ answer: [UInt8], to connection: Int32) {
    var room = [UInt8](repeating: 0, count: 4096)
    var request: [UInt8] = []
    while !request.suffix(4).elementsEqual("\r\n\r\n".utf8) {
        let count = recv(connection, &room, room.count, 0)
        guard count > 0 else { return }
        request += room[..<count]
    }
    var sent = 0
    while sent < answer.count {
        let count = answer.withUnsafeBytes { bytes in
            bytes.baseAddress.map {
                Foundation.send(connection, $0 + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
                ?? -1
        }
        guard count > 0 else { return }
        sent += count
    }
    shutdown(connection, Int32(SHUT_WR))
    while recv(connection, &room, room.count, 0) > 0 {}
}
