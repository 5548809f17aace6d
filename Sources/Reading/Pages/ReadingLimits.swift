/// What one page may cost to read; more is refused with its reason while the page is parsed, not after.
import CXML2
import Complaints

public struct ReadingLimits: Hashable, Sendable {
    /// Tags inside tags.
    public var depth: Int
    public var links: Int
    /// Tags and attributes: what a page takes in memory.
    public var nodes: Int

    public init(depth: Int = 1000, links: Int = 100_000, nodes: Int = 1_000_000) {
        self.depth = depth
        self.links = links
        self.nodes = nodes
    }

    public init(_ limits: FetchLimits) { self.init(depth: limits.depth, links: limits.links) }

    var bounds: ombud_bounds {
        var bounds = ombud_bounds()
        bounds.depth = Int32(clamping: depth)
        bounds.links = Int32(clamping: links)
        bounds.nodes = Int32(clamping: nodes)
        return bounds
    }

    func failure(_ bounds: ombud_bounds) -> ReadingFailure? {
        switch Int(bounds.reason) {
        case OMBUD_TOO_DEEP: .tooDeep(limit: depth)
        case OMBUD_TOO_MANY_LINKS: .tooManyLinks(limit: links)
        case OMBUD_TOO_MANY_NODES: .tooManyTags(limit: nodes)
        default: nil
        }
    }
}
