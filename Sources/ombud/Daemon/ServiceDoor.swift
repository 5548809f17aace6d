import Listener
import Logging
import Monitor
import Settings

/// The address at which the daemon can be asked how it is; moves when the settings name another.
actor ServiceDoor {
    private let pages: ServicePages
    private let logger: Logger
    private var listener: PageListener?

    init(_ pages: ServicePages, logger: Logger) {
        self.pages = pages
        self.logger = logger
    }

    /// nil opens none.
    func open(_ address: ListenAddress?) async throws {
        guard let address else { return }
        let pages = pages
        listener = try await PageListener.open(on: address) { path in
            let page = await pages.answer(path)
            return ListenerPage(status: page.status, contentType: page.contentType, body: page.body)
        }
        let port = listener?.port.map { ["port": Logger.MetadataValue.stringConvertible($0)] } ?? [:]
        logger.notice("listening", metadata: port.merging(["address": "\(address)"]) { first, _ in first })
    }

    /// Opens the new one before the old one is closed; where it cannot be opened the old one stays.
    func move(to address: ListenAddress?) async throws {
        guard address != listener?.address else { return }
        let old = listener
        listener = nil
        do {
            try await open(address)
        } catch {
            listener = old
            throw error
        }
        await old?.close()
    }

    func close() async {
        await listener?.close()
        listener = nil
    }
}
