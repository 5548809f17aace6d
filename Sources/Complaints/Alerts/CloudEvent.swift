/// CloudEvents 1.0, JSON format, structured mode (the binary mode's headers would stand outside the
/// webhook's signature).
public enum CloudEvent {
    public static let contentType = "application/cloudevents+json; charset=utf-8"

    /// Standard Webhooks asks for bodies below 20 kB.
    static let mostBytes = 20_000

    /// Extension attributes beside `sequence` (CloudEvents extensions "sequence", "correlation", "expirytime").
    ///
    /// - Parameters:
    ///   - instance: absolute URI of this installation.
    ///   - cause: the event of which this one is the direct consequence.
    ///   - expires: after it the event says nothing any more.
    public static func body(
        id: EventID, type: EventType, subject: EventSubject, time: Instant, instance: String, data: EventData,
        cause: EventID? = nil, expires: Instant? = nil
    ) -> [UInt8] {
        func write(_ data: EventData) -> [UInt8] {
            var writer = JSONWriter()
            writer.object {
                $0.add("causationid", cause?.text)
                $0.add("correlationid", data.caseID.map { EventSubject.case($0).description })
                $0.object("data", data.write)
                $0.add("datacontenttype", "application/json")
                $0.add("dataschema", EventSchema.dataID(of: type))
                $0.add("expirytime", expires)
                $0.add("id", id.text)
                // Version of the case, zero-padded so that texts sort as numbers.
                $0.add("sequence", data.case.map { padded($0.version) })
                $0.add("source", instance)
                $0.add("specversion", "1.0")
                $0.add("subject", subject.description)
                $0.add("time", time)
                $0.add("type", type.rawValue)
            }
            return writer.bytes
        }
        var bytes = write(data)
        // What people write is cut as it comes in; only many long texts together are cut once more.
        for limit in EventData.shorterTexts where bytes.count >= mostBytes {
            var shorter = data
            shorter.shorten(to: limit)
            bytes = write(shorter)
        }
        return bytes
    }

    private static func padded(_ version: Int) -> String {
        let digits = String(version)
        return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
    }
}
