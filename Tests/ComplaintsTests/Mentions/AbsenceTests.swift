import Complaints
import Testing

@Suite struct AbsenceTests {
    struct Look: Sendable, CustomTestStringConvertible {
        var what: String
        var before: String
        /// `.` is a record not known before.
        var now: String
        var reachedEnd = false
        var hasMore = false
        var isFeed = false
        var isNewestFirst: Bool?
        var missing = ""
        var rolledOff = ""
        var testDescription: String { what }
    }

    static let cases: [Look] = [
        Look(what: "all are there", before: "1234", now: "1234"),
        Look(what: "new ones came and nothing went", before: "123", now: "..123"),
        Look(what: "one in the middle is missing", before: "1234", now: "134", missing: "2"),
        Look(
            what: "one in the middle is missing while new ones came", before: "1234", now: ".134",
            missing: "2"),
        Look(what: "the newest is missing", before: "1234", now: "234", missing: "1"),
        Look(what: "the last is missing and nothing came", before: "1234", now: "123", missing: "4"),
        Look(what: "a new one pushed the last off", before: "1234", now: ".123", rolledOff: "4"),
        Look(
            what: "one new one pushes off no more than one", before: "1234", now: ".12", missing: "3",
            rolledOff: "4"),
        Look(
            what: "a list with more pages may hold the last ones there", before: "1234", now: ".12",
            hasMore: true, rolledOff: "34"),
        Look(
            what: "a list followed to its end hides nothing", before: "1234", now: ".123", reachedEnd: true,
            missing: "4"),
        Look(
            what: "a feed drops its oldest also without new ones", before: "1234", now: "12", isFeed: true,
            rolledOff: "34"),
        Look(
            what: "in a feed one in the middle is missing all the same", before: "1234", now: ".13",
            isFeed: true, missing: "2", rolledOff: "4"),
        Look(
            what: "oldest first: new ones at the end push off the first", before: "1234", now: "234.",
            rolledOff: "1"),
        Look(
            what: "newest first: an old one that fills the last place pushed nobody off", before: "1234",
            now: "234.", hasMore: true, isNewestFirst: true, missing: "1"),
        Look(
            what: "newest first, in a feed: the newest is missing", before: "123", now: "23.", isFeed: true,
            isNewestFirst: true, missing: "1"),
        Look(
            what: "newest first: the old end is pushed off all the same", before: "1234", now: "..12",
            isNewestFirst: true, rolledOff: "34"),
        Look(
            what: "sorted anew over more pages, it may be on any of them", before: "1234", now: "421",
            hasMore: true, rolledOff: "3"),
        Look(what: "sorted anew on the only page, it is missing", before: "1234", now: "421", missing: "3"),
        Look(what: "nothing in common says nothing", before: "123", now: "...", rolledOff: "123"),
        Look(what: "nothing was listed before", before: "", now: ".."),
    ]

    @Test(arguments: cases)
    func `what is not listed any more is missing or rolled off`(look: Look) {
        let absence = Absence.judge(
            previous: ids(look.before), current: look.now.map { number($0).map { MentionID($0) } },
            reachedEnd: look.reachedEnd, hasMore: look.hasMore, isFeed: look.isFeed,
            isNewestFirst: look.isNewestFirst)
        #expect(absence.missing == Set(ids(look.missing)))
        #expect(absence.rolledOff == Set(ids(look.rolledOff)))
    }

    @Test(
        arguments: [
            ([9, 8, 7, 7, 3], true), ([3, 7, 7, 8, 9], false), ([9, 8, 7, 6, 5, 4, 9], true),
            ([1, 9, 2, 8], nil),
            ([], nil), ([5], nil), ([5, 5], nil),
        ] as [([Int64], Bool?)])
    func `a list's dates say how it is sorted, but for a pinned one`(times: [Int64], isNewestFirst: Bool?) {
        #expect(Absence.isNewestFirst(times.map { Instant(seconds: $0) }) == isNewestFirst)
    }

    private func number(_ character: Character) -> Int64? { character.wholeNumberValue.map(Int64.init) }
    private func ids(_ text: String) -> [MentionID] { text.compactMap(number).map { MentionID($0) } }
}
