/// Keeps an event's body below what Standard Webhooks asks for, however much people wrote.

extension EventData {
    /// The case that the event belongs to.
    var caseID: CaseID? { (`case`?.id ?? mention?.case).map { CaseID($0) } }

    /// How long each text may be, in bytes of JSON, until a body fits; one after the other is tried.
    static let shorterTexts = [3000, 1500, 700, 300, 120, 40]

    /// The longest texts and lists lose their ends first. What was cut already is cut from its beginning anew,
    /// so that the same event always reads the same.
    mutating func shorten(to limit: Int) {
        eachText { $0 = $0.cut(to: limit) }
        let most = max(1, limit / 40)
        if var found = `case` {
            found.mentions = Array(found.mentions.prefix(most))
            found.clocks = Array(found.clocks.prefix(most))
            found.sources = Array(found.sources.prefix(most))
            found.languages = Array(found.languages.prefix(most))
            self.case = found
        }
        if var found = incident {
            found.cases = Array(found.cases.prefix(most))
            found.words = Array(found.words.prefix(most))
            incident = found
        }
    }

    private mutating func eachText(_ change: (inout String) -> Void) {
        func changeSome(_ text: inout String?) {
            guard var some = text else { return }
            change(&some)
            text = some
        }
        changeSome(&by)
        changeSome(&why)
        changeSome(&endpoint)
        if var found = mention {
            let whole = found.text
            change(&found.subject)
            change(&found.source)
            changeSome(&found.author)
            changeSome(&found.title)
            change(&found.text)
            changeSome(&found.topic)
            changeSome(&found.language)
            if var reply = found.reply {
                changeSome(&reply.author)
                change(&reply.text)
                found.reply = reply
            }
            if found.text != whole { found.textCut = true }
            mention = found
        }
        if var found = `case` {
            change(&found.subject)
            changeSome(&found.owner)
            changeSome(&found.topic)
            for index in found.clocks.indices { change(&found.clocks[index].name) }
            for index in found.sources.indices { change(&found.sources[index]) }
            self.case = found
        }
        if var found = clock {
            change(&found.name)
            clock = found
        }
        if var found = source {
            change(&found.name)
            change(&found.subject)
            changeSome(&found.reason)
            for index in found.changes.indices {
                change(&found.changes[index].before)
                change(&found.changes[index].after)
            }
            source = found
        }
        if var found = promise {
            change(&found.what)
            changeSome(&found.measure)
            changeSome(&found.owner)
            change(&found.wording)
            promise = found
        }
        if var found = rung {
            change(&found.who)
            change(&found.what)
            change(&found.clock)
            change(&found.when)
            rung = found
        }
        if var found = incident {
            change(&found.subject)
            changeSome(&found.source)
            changeSome(&found.topic)
            for index in found.words.indices { change(&found.words[index]) }
            for index in found.mentions.indices {
                change(&found.mentions[index].source)
                changeSome(&found.mentions[index].author)
                change(&found.mentions[index].text)
            }
            incident = found
        }
    }
}
