import Testing

@testable import Complaints

@Suite struct TwinTests {
    @Test(arguments: [
        (1, "Anna", "Anna", true), (1, nil, "Anna", true), (1, "Anna", "Guest", true),
        (2, "Anna", "Piotr", false), (3, "Anna", "Piotr", true),
    ])
    func `only texts nearly alike of two customers are worth comparing`(
        shared: Int, a: String?, b: String?, isWorth: Bool
    ) {
        #expect(isWorthComparing(sharedBands: shared, authorMark(a), authorMark(b)) == isWorth)
    }

    @Test func `an index finds what was put in, and nothing else`() {
        let lists = Dictionary(uniqueKeysWithValues: (1...500).map { (UInt64($0), [$0, -$0]) })
        let index = HashIndex(lists)
        for key in 1...500 as ClosedRange<UInt64> {
            #expect(index.range(of: key).map { index.values[$0] } == [Int(key), -Int(key)])
        }
        #expect(index.range(of: 501).isEmpty)
        #expect(HashIndex<Int>([:]).range(of: 7).isEmpty)
    }
}
