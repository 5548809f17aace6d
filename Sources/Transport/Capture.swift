import Complaints

/// What of one exchange went over the wire, as libcurl tells it while it sends and reads.
struct Capture {
    /// As sent. Over HTTP/2 the same lines as text, with `HTTP/2` in the first.
    var requestHead: [UInt8] = []
    /// Neither decompressed nor freed of its chunks; over HTTP/2 what the data frames held. Empty where
    /// the answer has no coding: nothing is kept twice.
    private var body: [UInt8] = []
    private let limit: Int
    private var isCoded: Bool?

    /// A body may be `limit` bytes, and some more for the frame of its chunks.
    init(limit: Int) { self.limit = limit + limit / 8 + 65_536 }

    /// The request goes out now, or once more over a fresh connection: what was said before, to a proxy
    /// or over a connection that had died, is no part of it.
    mutating func restart() {
        requestHead.removeAll(keepingCapacity: true)
        body.removeAll(keepingCapacity: true)
        isCoded = nil
    }

    /// The body as received: of an answer without any coding that is the one that was read.
    func body(read: [UInt8]) -> [UInt8] { isCoded == false ? read : body }

    /// False when this is too much, which is not kept.
    mutating func take(_ bytes: UnsafeRawBufferPointer, head: [UInt8]) -> Bool {
        if isCoded == nil {
            let fields = HeaderFields(head: head)
            isCoded = fields["content-encoding"] != nil || fields["transfer-encoding"] != nil
        }
        guard isCoded == true else { return true }
        guard body.count + bytes.count <= limit else { return false }
        body.append(contentsOf: bytes)
        return true
    }
}
