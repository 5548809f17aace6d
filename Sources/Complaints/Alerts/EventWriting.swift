/// The `data` of events as JSON: the names are a contract (docs/webhooks.md), in the order of their bytes.

extension EventData {
    func write(_ json: inout JSONWriter) {
        json.add("by", by)
        if let found = `case` { json.object("case", found.write) }
        if let changed { json.array("changed", changed) { $0.element($1.rawValue) } }
        if let clock { json.object("clock", clock.write) }
        digest?.writeCounts(&json)
        json.add("endpoint", endpoint)
        digest?.writeEvents(&json)
        if let incident { json.object("incident", incident.write) }
        json.add("into", into?.number)
        json.add("key", digest?.key)
        json.add("language", digest?.language)
        json.add("late", late)
        if let mention { json.object("mention", mention.write) }
        json.add("policy", policy)
        if let promise { json.object("promise", promise.write) }
        json.add("reach", reach.map(Int64.init))
        json.add("reason", digest?.reason.rawValue)
        if let rung { json.object("rung", rung.write) }
        if let source { json.object("source", source.write) }
        json.add("until", digest?.until)
        json.add("why", why)
        json.add("zone", digest?.zone)
    }
}

extension CaseData {
    func write(_ json: inout JSONWriter) {
        json.array("clocks", clocks) { $0.object(nil, $1.write) }
        json.add("due", due)
        json.add("id", id)
        json.array("languages", languages) { $0.element($1) }
        json.add("legal", legal)
        json.array("mentions", mentions) { $0.element($1) }
        json.add("opened", opened)
        json.add("owner", owner)
        json.add("posted", posted)
        json.add("seen", seen)
        json.array("sources", sources) { $0.element($1) }
        json.add("state", state)
        json.add("subject", subject)
        json.add("topic", topic)
        json.add("urgency", urgency)
        json.add("version", version)
    }
}

extension MentionData {
    func write(_ json: inout JSONWriter) {
        json.add("author", author)
        json.add("case", `case`)
        json.add("cluster", cluster)
        json.add("first_seen", firstSeen)
        json.add("flagged", flagged)
        json.add("id", id)
        json.add("language", language)
        json.add("legal", legal)
        json.add("published", published)
        if let rating {
            json.object("rating") {
                $0.add("best", rating.best)
                $0.add("value", rating.value)
                $0.add("worst", rating.worst)
            }
        }
        if let reply {
            json.object("reply") {
                $0.add("author", reply.author)
                $0.add("published", reply.published)
                $0.add("text", reply.text)
            }
        }
        json.add("revision", revision)
        json.add("score", score)
        json.add("source", source)
        json.add("subject", subject)
        json.add("text", text)
        json.add("text_cut", textCut)
        json.add("title", title)
        json.add("topic", topic)
        json.add("urgency", urgency)
        json.add("url", url)
    }
}

extension ClockData {
    func write(_ json: inout JSONWriter) {
        json.add("due", due)
        json.add("name", name)
        json.add("state", state)
    }
}

extension SourceData {
    func write(_ json: inout JSONWriter) {
        if !changes.isEmpty {
            json.array("changes", changes) { json, change in
                json.object {
                    $0.add("after", change.after)
                    $0.add("before", change.before)
                    $0.add("field", change.field.rawValue)
                }
            }
        }
        json.add("fallback", fallback?.rawValue)
        json.add("name", name)
        json.add("reason", reason)
        json.add("since", since)
        json.add("subject", subject)
        json.add("url", url)
        json.add("way", way?.rawValue)
    }
}
