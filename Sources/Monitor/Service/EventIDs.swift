import Complaints

/// Makes event ids: `evt_` and 26 characters, the first ten of the time, so that they sort by it.
public func newEventID(now: Instant) -> EventID {
    var bits = UInt64(max(0, now.milliseconds))
    var time: [UInt8] = []
    for _ in 0..<10 {
        time.append(alphabet[Int(bits & 31)])
        bits >>= 5
    }
    let chance = (0..<16).map { _ in alphabet[Int.random(in: 0..<32)] }
    return EventID("evt_" + String(decoding: time.reversed() + chance, as: UTF8.self))
}

/// Crockford's base 32.
private let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
