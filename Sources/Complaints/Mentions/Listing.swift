/// What a source's pages showed when they were last read, in their order: by it the next visit knows at
/// once what it has read before, and notices what is gone.
public struct Listing: Hashable, Sendable {
    public var pages: [ListedPage]

    public init(_ pages: [ListedPage] = []) { self.pages = pages }

    /// The pages of the list itself, in order.
    public var list: [ListedPage] { pages.filter { !$0.isDetail } }

    /// Whether anything was ever read.
    public var isEmpty: Bool { pages.allSatisfy { $0.entries.isEmpty } }
}

public struct ListedPage: Hashable, Sendable {
    public var url: String
    /// Reached by a link of the list; what it shows is all there is of its own.
    public var isDetail: Bool
    /// As `PageState.readAs` when its records were judged.
    public var readAs: Int64
    public var entries: [Listed]

    public init(url: String, isDetail: Bool = false, readAs: Int64 = 0, entries: [Listed] = []) {
        self.url = url
        self.isDetail = isDetail
        self.readAs = readAs
        self.entries = entries
    }
}

/// One record of a page.
public struct Listed: Hashable, Sendable {
    /// nil for a record that is about nobody: only that it was seen is known.
    public var mention: MentionID?
    /// As `recordPrint` says.
    public var print: Int64
    /// Complete visits in a row that should have seen it and did not.
    public var missing: Int

    public init(mention: MentionID?, print: Int64 = 0, missing: Int = 0) {
        self.mention = mention
        self.print = print
        self.missing = missing
    }
}

extension Listing {
    /// A record as it stands on a page now; no mention for one that is about nobody.
    public struct Standing: Hashable, Sendable {
        public var mention: MentionID?
        public var print: Int64

        public init(mention: MentionID?, print: Int64) {
            self.mention = mention
            self.print = print
        }
    }

    /// The entries of a page after a visit: what stands there now, and, each behind the one that it stood
    /// behind, those that are missed but not given up yet.
    ///
    /// - Parameter missed: how often each of them was missed by now.
    public static func entries(
        now standing: [Standing], before: [Listed], missed: [MentionID: Int]
    ) -> [Listed] {
        var entries = standing.map { Listed(mention: $0.mention, print: $0.print) }
        guard !missed.isEmpty else { return entries }
        var predecessor: Int64?
        for old in before {
            if let mention = old.mention, let times = missed[mention] {
                let place = entries.firstIndex { $0.print == predecessor }.map { $0 + 1 } ?? 0
                entries.insert(Listed(mention: mention, print: old.print, missing: times), at: place)
            }
            predecessor = old.print
        }
        return entries
    }
}
