import Complaints
import Testing

struct AddressPolicyTests {
    @Test(arguments: [
        ("8.8.8.8", AddressClass.global), ("1.1.1.1", .global), ("172.32.0.1", .global),
        ("100.128.0.1", .global),
        ("2606:4700::1111", .global), ("64:ff9b::808:808", .global), ("2002:808:808::1", .global),
        ("127.0.0.1", .loopback), ("127.255.255.254", .loopback), ("::1", .loopback),
        ("::ffff:127.0.0.1", .loopback), ("::127.0.0.1", .loopback), ("64:ff9b::7f00:1", .loopback),
        ("2002:7f00:1::", .loopback), ("::ffff:0:127.0.0.1", .loopback),
        ("10.0.0.1", .private), ("172.16.0.1", .private), ("172.31.255.255", .private),
        ("192.168.1.1", .private),
        ("fc00::1", .private), ("fd12:3456::1", .private), ("fec0::1", .private),
        ("::ffff:10.1.2.3", .private),
        ("64:ff9b:1::1", .private), ("100.64.0.1", .shared), ("100.127.255.255", .shared),
        ("169.254.1.1", .linkLocal), ("fe80::1", .linkLocal), ("febf::1", .linkLocal),
        ("169.254.169.254", .metadata), ("::ffff:169.254.169.254", .metadata),
        ("64:ff9b::a9fe:a9fe", .metadata),
        ("fd00:ec2::254", .metadata), ("fd20:ce::254", .metadata), ("100.100.100.200", .metadata),
        ("224.0.0.1", .multicast), ("239.255.255.255", .multicast), ("ff02::1", .multicast),
        ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified), ("::", .unspecified),
        ("192.0.2.1", .documentation), ("198.51.100.1", .documentation), ("203.0.113.9", .documentation),
        ("2001:db8::1", .documentation), ("3fff::1", .documentation),
        ("192.0.0.1", .reserved), ("198.18.0.1", .reserved), ("198.19.255.255", .reserved),
        ("240.0.0.1", .reserved),
        ("255.255.255.255", .reserved), ("192.88.99.1", .reserved), ("2001::1", .reserved),
        ("100::1", .reserved),
        ("4000::1", .reserved), ("5f00::1", .reserved),
    ])
    func `every address has the class of its range`(text: String, kind: AddressClass) throws {
        let address = try #require(IPAddress(text))
        #expect(address.addressClass == kind)
        #expect((AddressPolicy.publicOnly.refusal(of: address) == nil) == (kind == .global))
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("10.0.0.1", true), ("fd12::1", true), ("100.64.0.1", true), ("8.8.8.8", true),
        ("::ffff:192.168.0.1", true), ("169.254.169.254", false), ("169.254.1.1", false), ("fe80::1", false),
        ("fd00:ec2::254", false), ("::ffff:169.254.169.254", false), ("0.0.0.0", false), ("224.0.0.1", false),
    ])
    func `private ranges open, link-local and metadata never do`(text: String, isOpen: Bool) throws {
        let address = try #require(IPAddress(text))
        #expect((AddressPolicy(allowsPrivate: true).refusal(of: address) == nil) == isOpen)
    }

    @Test(arguments: [
        ("10.1.0.0/16", "10.1.2.3", true), ("10.1.0.0/16", "10.2.0.1", false), ("10.1.2.3", "10.1.2.3", true),
        ("10.1.2.3", "10.1.2.4", false), ("127.0.0.0/8", "::ffff:127.0.0.1", true), ("::1/128", "::1", true),
        ("fd00::/8", "fd12::1", true), ("fd00::/8", "fd00:ec2::254", false), ("0.0.0.0/0", "127.0.0.1", true),
        ("0.0.0.0/0", "169.254.169.254", false), ("169.254.0.0/16", "169.254.1.1", false),
        ("::/0", "10.0.0.1", false), ("192.168.0.1/24", "192.168.0.77", true),
    ])
    func `a named range opens what lies in it`(cidr: String, text: String, isOpen: Bool) throws {
        let policy = AddressPolicy(openRanges: [try #require(AddressRange(cidr))])
        #expect((policy.refusal(of: try #require(IPAddress(text))) == nil) == isOpen)
    }

    @Test(arguments: [
        "10.0.0.0/33", "10.0.0/8", "x", "", "::/129", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.0/-1",
    ])
    func `what is not a range is nil`(text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(arguments: [
        ("192.168.0.1", "192.168.0.1"), ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("::", "::"), ("1::", "1::"),
        ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("[::1]", "::1"), ("fe80::1%eth0", "fe80::1"),
        ("::ffff:1.2.3.4", "::ffff:102:304"), ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"),
    ])
    func `an address is written in one way`(text: String, written: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.description == written)
        #expect(IPAddress(bytes: address.bytes) == address)
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1::2::3", "1:2:3:4:5:6:7:8:9", ":1", "g::",
    ])
    func `what is not an address is nil`(text: String) {
        #expect(IPAddress(text) == nil)
    }
}
