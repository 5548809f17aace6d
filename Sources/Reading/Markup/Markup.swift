/// All markup of a page brought together, in the order of trust: JSON-LD, microdata, RDFa, microformats.
import Complaints

/// What a page's markup says in all ways together.
struct Markup {
    var records: [Record] = []
    var aggregate: Page.Aggregate?
    var published: StatedTime?
}

/// `without` names ways that are not to be used. Microformats are read like microdata, which they became,
/// and carry its name.
func readMarkup(
    _ walk: PageWalk, in root: Node, context: ReadingContext, without: Set<Via> = []
) -> Markup {
    var readings: [MarkupReading] = []
    if !walk.jsonLD.isEmpty, !without.contains(.jsonLD) {
        let blocks = walk.jsonLD.compactMap(\.firstChild).flatMap {
            jsonLD($0.content.bytes, language: context.language)
        }
        readings.append(SchemaReader.read(blocks, via: .jsonLD, context: context))
    }
    if !walk.microdata.isEmpty, !without.contains(.microdata) {
        let items = walk.microdata.values(links: context.links)
        readings.append(SchemaReader.read(items, via: .microdata, context: context))
    }
    if walk.hasRDFa, !without.contains(.rdfa) {
        let items = RDFaItems(root: root, links: context.links).values()
        readings.append(SchemaReader.read(items, via: .rdfa, context: context))
    }
    if walk.hasMicroformats, !without.contains(.microdata) {
        let items = Microformats(root: root, links: context.links).values()
        readings.append(SchemaReader.read(items, via: .microdata, context: context))
    }
    // What JSON-LD says of the page stands before its head, the head before what its parts are marked with.
    let published = walk.jsonLD.isEmpty ? nil : readings.first?.published
    return Markup(
        records: merged(readings), aggregate: bestAggregate(readings),
        published: published ?? walk.published.statedTime(context)
            ?? readings.lazy.compactMap(\.published).first
            ?? readings.lazy.compactMap(\.pagePublished).first
            ?? walk.published.shownTime(context.links.page, context))
}

/// The first way's sum; a later one's where it alone has a count of reviews.
private func bestAggregate(_ readings: [MarkupReading]) -> Page.Aggregate? {
    let stated = readings.compactMap(\.aggregate)
    return stated.first { $0.count != nil } ?? stated.first
}
