/// Numbers that are laid out once and then only read, in loops that a count of references would slow down.
final class FixedNumbers<Number: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // unchecked: nothing is written after `init`.
    let start: UnsafePointer<Number>
    private let room: UnsafeMutableBufferPointer<Number>

    init(_ numbers: [Number]) {
        room = .allocate(capacity: max(1, numbers.count))
        _ = room.initialize(from: numbers)
        // unsafe: a buffer of at least one number has an address.
        start = UnsafePointer(room.baseAddress.unsafelyUnwrapped)
    }

    deinit { room.deallocate() }
}
