import Foundation

/// What Linux tells of this process, under the names that every Prometheus client uses.
struct ProcessFigures {
    var residentBytes: Double
    var cpuSeconds: Double
    var openDescriptors: Double
    var startedAt: Double

    /// nil where there is no /proc, or where the unit hides it.
    static func read() -> ProcessFigures? {
        guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let name = text.lastIndex(of: ")")
        else { return nil }
        // proc(5): the third field is the first behind the name; 14 and 15 are CPU ticks, 22 the start in ticks
        // after boot, 24 the resident pages.
        let fields = text[text.index(after: name)...].split(separator: " ")
        func field(_ number: Int) -> Double {
            fields.count > number - 3 ? Double(fields[number - 3]) ?? 0 : 0
        }
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        let pageSize = Double(sysconf(Int32(_SC_PAGESIZE)))
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
        var (wall, boot) = (timespec(), timespec())
        clock_gettime(CLOCK_REALTIME, &wall)
        clock_gettime(CLOCK_BOOTTIME, &boot)
        let booted = Double(wall.tv_sec - boot.tv_sec) + Double(wall.tv_nsec - boot.tv_nsec) / 1e9
        return ProcessFigures(
            residentBytes: field(24) * pageSize, cpuSeconds: (field(14) + field(15)) / ticks,
            openDescriptors: Double(open),
            startedAt: ((booted + field(22) / ticks) * 100).rounded() / 100)
    }

    func write(to page: inout Exposition) {
        page.one(.resident, residentBytes)
        page.one(.cpu, cpuSeconds)
        page.one(.descriptors, openDescriptors)
        page.one(.started, startedAt)
    }
}
