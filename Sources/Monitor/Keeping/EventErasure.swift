import Foundation

/// Takes a person out of the body of an event. It keeps its id: what is sent of it from now on, also again, is
/// without them.
struct EventErasure {
    /// `m7`: objects that describe one of these are the person's own.
    var mentions: Set<String>
    /// `mention/7`, `case/42`: what is told about these is about the person.
    var subjects: Set<String>
    /// What the author is called; nil for nobody.
    var author: String?
    /// What a text of the person's becomes.
    var own: (String) -> String
    /// What another text becomes.
    var others: (String) -> String

    /// Members that hold what somebody said, or lead to it.
    private static let texts: Set<String> = [
        "title", "text", "summary", "why", "note", "statement", "what", "measure",
    ]
    private static let addresses: Set<String> = ["url", "site_id"]

    /// nil where it is no JSON object, which Ombud never wrote.
    func body(_ bytes: [UInt8]) -> [UInt8]? {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            return nil
        }
        let isOwn = (object["subject"] as? String).map(subjects.contains) ?? false
        let new = rewritten(object, isOwn: isOwn)
        guard !(new as NSDictionary).isEqual(to: object) else { return bytes }
        let data = try? JSONSerialization.data(
            withJSONObject: new, options: [.sortedKeys, .withoutEscapingSlashes])
        return data.map { [UInt8]($0) }
    }

    /// - Parameter isReply: its author is not the person, but who answered.
    private func rewritten(_ object: [String: Any], isOwn: Bool, isReply: Bool = false) -> [String: Any] {
        let id = object["id"] as? String
        let subject = object["subject"] as? String
        let isMention = id.map(mentions.contains) ?? false
        let isOwn = isOwn || isMention || (subject.map(subjects.contains) ?? false)
        var new: [String: Any] = [:]
        for (key, value) in object {
            switch value {
            case is String where isOwn && key == "author" && !isReply:
                // What is not known is left out.
                if let author { new[key] = author }
            case is String where isMention && Self.addresses.contains(key): continue
            case let text as String where isOwn && Self.texts.contains(key): new[key] = own(text)
            case let text as String: new[key] = others(text)
            case let inner as [String: Any]:
                new[key] = rewritten(inner, isOwn: isOwn && key != "source", isReply: key == "reply")
            case let list as [Any]:
                new[key] = list.map { element -> Any in
                    if let inner = element as? [String: Any] { return rewritten(inner, isOwn: isOwn) }
                    return (element as? String).map(others) ?? element
                }
            default: new[key] = value
            }
        }
        return new
    }
}
