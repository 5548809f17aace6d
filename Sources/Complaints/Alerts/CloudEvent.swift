/// CloudEvents 1.0, JSON format, structured mode (the binary mode's headers would stand outside the
/// webhook's signature).
public enum CloudEvent {
    public static let contentType = "application/cloudevents+json; charset=utf-8"

    /// - Parameter instance: absolute URI of this installation.
    public static func body(
        id: EventID, type: EventType, subject: EventSubject, time: Instant, instance: String, data: EventData
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.object("data", data.write)
            $0.add("datacontenttype", "application/json")
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

    private static func padded(_ version: Int) -> String {
        let digits = String(version)
        return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
    }
}
