import Complaints
import TestSupport
import Testing

@Suite struct ContractTests {
    // MARK: Honest places

    @Test(arguments: 0..<10) func `two thousand honest visits break nothing`(_ group: UInt64) {
        for seed in (group * 17)..<(group * 17 + 17) {
            var site = ScriptedReviews.any(seed)
            for number in 0..<12 {
                let verdict = site.visit()
                if case .broken(let breaches) = verdict {
                    Issue.record("seed \(seed), visit \(number): \(breaches)\n\(site.kind)")
                }
                site.pass()
            }
        }
    }

    @Test func `a slow week of a list of the latest days breaks nothing`() {
        var site = ScriptedReviews(.init(leadsOn: false), seed: 4)
        for _ in 0..<6 {
            #expect(!isBroken(site.visit()))
            for _ in 0..<20 { site.write() }
        }
        #expect(site.contract.judge(site.batch(size: 3)) == .kept)
    }

    @Test func `too little is known of one visit with few records`() {
        var site = ScriptedReviews(.init(pageSize: 5), seed: 1)
        _ = site.visit()
        #expect(site.contract.isLearning)
        #expect(
            site.contract.judge(site.batch { Break.authorGone.spoil($0, $1, now: site.now) }) == .learning)
        for _ in 0..<2 { site.write() }
        _ = site.visit()
        #expect(!site.contract.isLearning)
    }

    @Test func `what was learned is a line of text and back`() throws {
        var site = ScriptedReviews.any(3)
        for _ in 0..<5 {
            _ = site.visit()
            site.pass()
        }
        let text = site.contract.text
        let back = try #require(Contract(text: text))
        #expect(back.text == text)
        #expect(back.batches == 5 && back.fields.count == site.contract.fields.count)
        #expect(text.utf8.count < 2000)
        #expect(Contract(text: "v\t99\t1\t1") == nil && Contract(text: "") == nil)
    }

    @Test func `a thousand visits stay one short row`() {
        var site = ScriptedReviews(.init(newAVisit: 5...20), seed: 8)
        for _ in 0..<300 {
            _ = site.visit()
            site.pass()
        }
        #expect(site.contract.text.utf8.count < 2000)
    }

    // MARK: Changed pages

    /// Three visits of twenty reviews, fifteen of which are known at the fourth.
    @Test(arguments: Break.allCases) func `a changed page is noticed at once`(_ kind: Break) {
        for seed: UInt64 in 1...12 {
            var site = ScriptedReviews(.init(title: 0.9), seed: seed)
            for _ in 0..<3 {
                #expect(!isBroken(site.visit()))
                for _ in 0..<5 { site.write() }
                if kind == .repliesGone { site.answerAll() }
            }
            let verdict = site.contract.judge(
                site.batch({ kind.spoil($0, $1, now: site.now) }, size: kind.size))
            #expect(fields(verdict).contains(kind.field), "seed \(seed): \(verdict)")
        }
    }

    /// As the source is polled once a month: nothing that stands there now was known.
    @Test(arguments: Break.allCases.filter(\.showsOnNewRecords))
    func `a changed page is noticed where nothing on it is known`(_ kind: Break) {
        for seed: UInt64 in 1...12 {
            var site = ScriptedReviews(.init(title: 0.9), seed: seed)
            for _ in 0..<4 {
                #expect(!isBroken(site.visit()))
                for _ in 0..<25 { site.write() }
            }
            let verdict = site.contract.judge(
                site.batch({ kind.spoil($0, $1, now: site.now) }, size: kind.size))
            #expect(fields(verdict).contains(kind.field), "seed \(seed): \(verdict)")
        }
    }

    @Test(arguments: [Break.authorGone, .ratingGone, .dateGone, .authorSame, .textSame, .ratingBest])
    func `a page of five reviews is enough where they are known`(_ kind: Break) {
        for seed: UInt64 in 1...12 {
            var site = ScriptedReviews(
                .init(pageSize: 5, rating: 1, guests: 0, marks: [1, 2, 3], leadsOn: false), seed: seed)
            for _ in 0..<3 {
                #expect(!isBroken(site.visit()))
                site.write()
            }
            #expect(
                fields(site.contract.judge(site.batch { kind.spoil($0, $1, now: site.now) })).contains(
                    kind.field), "seed \(seed)")
        }
    }

    @Test func `a breach shows what was there before and what is there now`() {
        var site = ScriptedReviews(.init(), seed: 2)
        for _ in 0..<3 {
            _ = site.visit()
            for _ in 0..<25 { site.write() }
        }
        guard
            case .broken(let breaches) = site.contract.judge(
                site.batch { Break.authorGone.spoil($0, $1, now: site.now) })
        else {
            Issue.record("kept")
            return
        }
        #expect(breaches.count == 1)
        #expect(breaches[0].before.hasPrefix("filled in 100% of records, such as \""))
        #expect(breaches[0].after == "filled in none of 20")
    }

    @Test func `first replies and six answers in a day are what a company does`() {
        var site = ScriptedReviews(.init(newAVisit: 0...1), seed: 6)
        for _ in 0..<4 { _ = site.visit() }
        let verdict = site.contract.judge(
            site.batch { record, place in
                var record = record
                if place < 15 { record.reply = Reply(author: "Acme", text: "We are sorry, write to us.") }
                return record
            })
        #expect(verdict == .kept)
    }

    @Test func `a site that counts inside its texts is a nuisance, not a change`() {
        var site = ScriptedReviews(.init(newAVisit: 0...0), seed: 9)
        for _ in 0..<5 {
            #expect(!isBroken(site.visit()))
            site.editAll { $0.text += " (helpful)" }
            site.wait()
        }
    }

    @Test func `texts all edited at once after quiet looks are a change`() {
        var site = ScriptedReviews(.init(newAVisit: 0...0), seed: 9)
        _ = site.visit()
        for _ in 0..<3 { site.wait() }
        site.editAll { $0.text = "Verified. " + $0.text }
        #expect(fields(site.contract.judge(site.batch())) == [.text])
    }

    // MARK: Another way of reading

    @Test func `another way may cut a text short and lack a title, not a rating`() {
        var site = ScriptedReviews(.init(rating: 1, title: 1), seed: 3)
        for _ in 0..<3 {
            _ = site.visit()
            site.write()
        }
        func other(_ record: Record, keepsRating: Bool) -> Record {
            var record = record
            record.text = String(record.text.dropLast(2)) + "…"
            (record.title, record.via) = (nil, .microdata)
            if !keepsRating { record.rating = nil }
            return record
        }
        let good = site.batch { record, _ in other(record, keepsRating: true) }
        let poor = site.batch { record, _ in other(record, keepsRating: false) }
        #expect(isBroken(site.contract.judge(good)))
        #expect(site.contract.judge(good, isOtherWay: true) == .kept)
        #expect(fields(site.contract.judge(poor, isOtherWay: true)).contains(.rating))
        let (place, stood) = good.again.first!
        let carried = stood.carried(good.records[place])
        #expect(carried.text == stood.mention.content.text && carried.title == stood.mention.content.title)
    }

    // MARK: Helpers

    private func isBroken(_ verdict: Contract.Verdict) -> Bool { !fields(verdict).isEmpty }

    private func fields(_ verdict: Contract.Verdict) -> [ContractField] {
        if case .broken(let breaches) = verdict { breaches.map(\.field) } else { [] }
    }
}

/// What redesigns do to what is read.
enum Break: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case authorGone, ratingGone, dateGone, titleGone, textGone, linkGone, idGone
    case authorSame, authorIsDate, authorIsAgo, authorIsText, authorIsTitle
    case textSame, textIsTeaser, textIsPage, titleSame
    case ratingBest, ratingIsCount, dateNow, dateFuture, dateOfPage
    case third, everyThird, repliesGone, allTextsEdited, allRatingsEdited

    var testDescription: String { rawValue }

    var field: ContractField {
        switch self {
        case .authorGone, .authorSame, .authorIsDate, .authorIsAgo, .authorIsText, .authorIsTitle: .author
        case .ratingGone, .ratingBest, .ratingIsCount, .allRatingsEdited: .rating
        case .dateGone, .dateNow, .dateFuture, .dateOfPage: .published
        case .titleGone, .titleSame: .title
        case .textGone, .textSame, .textIsTeaser, .textIsPage, .allTextsEdited: .text
        case .linkGone: .url
        case .idGone: .id
        case .third, .everyThird: .records
        case .repliesGone: .reply
        }
    }

    var size: Int? { self == .third ? 6 : nil }

    /// The others show by what is known alone.
    var showsOnNewRecords: Bool {
        switch self {
        case .repliesGone, .allTextsEdited, .allRatingsEdited, .everyThird: false
        default: true
        }
    }

    func spoil(_ record: Record, _ place: Int, now: Instant) -> Record? {
        var record = record
        switch self {
        case .authorGone: record.author = nil
        case .ratingGone: record.rating = nil
        case .dateGone: record.published = nil
        case .titleGone: record.title = nil
        case .textGone: record.text = ""
        case .linkGone: record.url = nil
        case .idGone: record.id = nil
        case .authorSame: record.author = "Verified buyer"
        case .authorIsDate: record.author = "\(10 + place % 18).03.2026"
        case .authorIsAgo: record.author = "\(place + 2) days ago"
        case .authorIsText: record.author = record.text
        case .authorIsTitle: record.title.map { record.author = $0 }
        case .textSame: record.text = "We use cookies. Accept all, or choose which."
        case .textIsTeaser: record.text = String(record.text.prefix(4))
        case .textIsPage: record.text = String(repeating: record.text + " ", count: 40)
        case .titleSame: record.title = "Review"
        case .ratingBest: record.rating = Rating(value: 5, best: 5)
        case .ratingIsCount: record.rating = Rating(value: Double(37 + place * 11), best: nil)
        case .dateNow: record.published = StatedTime(now + .seconds(300))
        case .dateFuture:
            record.published = record.published.map { StatedTime($0.instant + .seconds(300 * 86_400)) }
        case .dateOfPage: record.published = StatedTime(instant("2011-05-01T00:00:00Z"), precision: .day)
        case .third: break
        case .everyThird: return place % 3 == 0 ? record : nil
        case .repliesGone: record.reply = nil
        case .allTextsEdited: record.text = "Verified. " + record.text
        case .allRatingsEdited:
            record.rating = record.rating.map { Rating(value: $0.value == 5 ? 1 : $0.value + 1, best: 5) }
        }
        return record
    }
}
