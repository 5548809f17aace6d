/// One request and its answer as they went over the wire: what evidence is made of.
public struct Exchange: Hashable, Sendable {
    /// Asked for in this hop.
    public var url: String
    /// Request line, header lines, and the empty line, as sent; secrets are not struck out yet.
    public var requestHead: [UInt8]
    /// Status line, header lines, and the empty line, as received.
    public var responseHead: [UInt8]
    /// As received: neither decompressed nor freed of its transfer coding.
    public var body: [UInt8]
    public var status: Int
    /// Of the machine that answered.
    public var address: IPAddress?

    public init(
        url: String, requestHead: [UInt8], responseHead: [UInt8], body: [UInt8], status: Int,
        address: IPAddress? = nil
    ) {
        self.url = url
        self.requestHead = requestHead
        self.responseHead = responseHead
        self.body = body
        self.status = status
        self.address = address
    }
}
