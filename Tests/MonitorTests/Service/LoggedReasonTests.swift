import Complaints
import Testing

@testable import Monitor

struct LoggedReasonTests {
    @Test(arguments: [
        (
            "author was \"Jan Kowalski\", now \"says he: help\"; so in 3 of 4",
            "author was \"…\", now \"…\"; so in 3 of 4"
        ),
        ("the server answered 503", "the server answered 503"), ("a 5\" screen", "a 5\" screen"),
    ])
    func `what a page says is not logged`(reason: String, expected: String) {
        #expect(loggedReason(reason) == expected)
    }

    @Test(arguments: [
        ("smtps://mail.example", "it answered 550: no such user Jan Kowalski", "it answered 550"),
        ("", "tickets.sh ended with status 1: cannot parse: my kettle", "tickets.sh ended with status 1"),
        ("https://desk.example", "not connected: refused", "not connected: refused"),
    ])
    func `nor what a receiver says in its own words`(url: String, why: String, expected: String) {
        #expect(Endpoint(name: "desk", url: url).loggedReason(why) == expected)
    }
}
