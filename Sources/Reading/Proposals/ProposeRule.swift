/// Proposes how a page can be read: a rule found from records that are known of it.
import Complaints

public struct RuleProposal: Hashable, Sendable {
    public var rule: Rule
    /// What the rule reads of the page.
    public var records: [Record]
    /// Of the examples, those whose text the page shows.
    public var shown: Int
    public var fields: [Field]

    /// How far one field is read as the examples say it.
    public struct Field: Hashable, Sendable {
        /// As in a rule: `author`.
        public var name: String
        public var right: Int
        /// Examples that are shown and have the field.
        public var of: Int
    }
}

/// The rule by which an HTML page shows records that are known: from its own markup, from the store, from
/// an older state of the page. nil where it shows none of them, or nothing tells them apart.
///
/// - Parameters:
///   - examples: with their texts; without, the records that the page is read to have by itself are taken.
///   - old: a rule that worked before: its selectors stay where they still find as much.
public func proposeRule(
    for input: PageInput, examples: [Record] = [], keeping old: Rule? = nil
) throws(ReadingFailure) -> RuleProposal? {
    var plain = input
    plain.rule = nil
    plain.next = nil
    let known = examples.isEmpty ? try read(plain).records : examples
    let decoded = decodeUTF8(input.bytes, contentType: input.contentType)
    return try withTree(decoded.bytes, limits: input.limits) { (root) throws(ReadingFailure) in
        let walk = PageWalk(root: root)
        let context = ReadingContext(
            links: Links(page: input.url, base: walk.base),
            language: input.language ?? walk.language.flatMap(primaryLanguage), zone: input.zone,
            now: input.now)
        let induction = RuleInduction(root: root, context: context, examples: known)
        guard let rule = induction.rule(keeping: old) else { return nil }
        let records = try RuleReader(rule, context: context).records(in: root)
        return RuleProposal(
            rule: rule, records: records, shown: induction.places.count,
            fields: induction.agreement(of: records))
    } ?? nil
}

extension RuleInduction {
    /// How many of the examples that are shown a reading has, field by field.
    func agreement(of records: [Record]) -> [RuleProposal.Field] {
        var starts: [[UInt8]: Record] = [:]
        for record in records { starts[Array(VisibleLetters.key(record.text).prefix(40))] = record }
        return ProposedField.allCases.compactMap { field in
            let wanted = places.filter { $0.example.says(field) }
            guard !wanted.isEmpty else { return nil }
            let right = wanted.count { place in
                let key = Array(VisibleLetters.key(place.example.text).prefix(40))
                return place.example.agrees(with: starts[key], on: field) == true
            }
            return RuleProposal.Field(name: field.rawValue, right: right, of: wanted.count)
        }
    }
}
