import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("E-mail")
struct EmailImporterTests {
  /// Listings of arXiv are the text that every mail of these tests has.
  private static let listing = #"""
    \\
    arXiv:2401.00001
    Date: Mon, 1 Jan 2024 00:00:00 GMT   (12kb)

    Title: Bridges of Straw
    Authors: Ada Example
    Categories: cs.CL
    \\
      We build bridges.
    \\ ( https://arxiv.org/abs/2401.00001 ,  12kb)
    """#

  private func read(_ text: String, name: String = "mail.eml") throws -> ParsedDocument {
    let source = ImportSource(name: name, data: Data(text.utf8))
    let importer = try #require(Importers.importer(for: source))
    #expect(importer.name == "email")
    return try ParsedDocument(reading: source, with: importer)
  }

  private static let head = "From: Ada Example <ada@e.org>\nSubject: News\nMessage-ID: <1@e.org>\n"

  @Test("A message is a list with its subject, day and sender, and entries have the mail's lines")
  func plainMessage() throws {
    for end in ["\n", "\r\n"] {
      let text = Self.head + "Date: Mon, 1 Jan 2024 10:00:00 +0100\n\n" + Self.listing
      let document = try read(text.replacingOccurrences(of: "\n", with: end))
      let list = try #require(document.lists.first)
      #expect(list.head.title == "News")
      #expect(list.head.issued == "2024-01-01")
      #expect(list.head.source == "Ada Example")
      let entry = try #require(list.sections.first?.entries.first)
      #expect(entry.line == 7)
      #expect(entry.paper.title == "Bridges of Straw")
      #expect(entry.paper.abstract == "We build bridges.")
    }
  }

  @Test("Quoted-printable and base64 are decoded in their character set")
  func transferEncodings() throws {
    let listing = Self.listing.replacingOccurrences(of: "Straw", with: "Stråw — “two”")
    let quoted = listing.replacingOccurrences(of: "=", with: "=3D")
      .replacingOccurrences(of: "å", with: "=C3=\n=A5")
      .replacingOccurrences(of: "—", with: "=E2=80=94")
      .replacingOccurrences(of: "“two”", with: "=E2=80=9Ctwo=E2=80=9D")
      .replacingOccurrences(of: "Example", with: "Exam=\nple")
    let head = Self.head + "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: "
    let first = try read(head + "quoted-printable\n\n" + quoted)
    let entry = try #require(first.lists.first?.sections.first?.entries.first)
    #expect(entry.paper.title == "Bridges of Stråw — “two”")
    #expect(entry.paper.authors == ["Ada Example"])
    #expect(entry.line == 8)
    let encoded = Data(listing.utf8).base64EncodedString(options: .lineLength76Characters)
    let second = try read(head + "base64\n\n" + encoded)
    #expect(second.lists.first?.sections.first?.entries.first?.paper.title == entry.paper.title)
    #expect(second.lists.first?.sections.first?.entries.first?.line == 7)
    let latin = Self.listing.replacingOccurrences(of: "Straw", with: "Str=E5w =93two=94")
    let third = try read(
      Self.head + "Content-Type: text/plain; charset=\"windows-1252\"\n"
        + "Content-Transfer-Encoding: quoted-printable\n\n" + latin)
    #expect(
      third.lists.first?.sections.first?.entries.first?.paper.title == "Bridges of Stråw “two”")
  }

  @Test(
    "Subjects are decoded",
    arguments: [
      ("=?UTF-8?Q?caf=C3=A9_news?=", "café news"), ("=?utf-8?b?Y2Fmw6k=?= x", "café x"),
      ("=?ISO-8859-1?q?caf=E9?= =?iso-8859-1?Q?_two?=", "café two"), ("a =?x", "a =?x"),
      ("Long\n  subject", "Long subject"), ("=?utf-8*en?Q?tag?=", "tag"),
      ("=?a?z?b?=", "=?a?z?b?="),
    ])
  func subjects(written: String, expected: String) throws {
    let document = try read(
      "From: a@e.org\nSubject: \(written)\nMIME-Version: 1.0\n\n" + Self.listing)
    #expect(document.lists.first?.head.title == expected)
  }

  private static func multipart(_ kind: String, _ parts: [String]) -> String {
    head + "Content-Type: multipart/\(kind);\n boundary=\"=_b 1\"\n\nPreamble\n"
      + parts.map { "--=_b 1\n\($0)\n" }.joined() + "--=_b 1--\nEpilogue\n"
  }

  @Test("Of the forms of a text the plain one is read")
  func alternative() throws {
    let document = try read(
      Self.multipart(
        "alternative",
        [
          "Content-Type: text/plain\n\n" + Self.listing,
          "Content-Type: text/html\n\n<a href=\"https://e.org\">other</a>",
        ]))
    #expect(document.count == 1)
    #expect(document.leftOut.isEmpty)
    #expect(document.lists.first?.sections.first?.entries.first?.line == 12)
  }

  @Test("The HTML form is read when only it has the links")
  func htmlAlternative() {
    let mail = Self.multipart(
      "alternative",
      [
        "Content-Type: text/plain\n\nSee the web",
        "Content-Type: text/html\n\n<a href='https://e.org'>x",
      ])
    let bytes = Array(mail.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      let lines = MailLines(bytes)
      #expect(MailPart.parts(lines, in: 0..<lines.count).map(\.type) == ["text/html"])
    }
  }

  @Test("Attachments that hold a list are read, and others are named")
  func attachments() throws {
    let document = try read(
      Self.multipart(
        "mixed",
        [
          "Content-Type: text/plain\n\n" + Self.listing,
          "Content-Type: application/octet-stream; name*=UTF-8''feed%20one.atom\n\n"
            + "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title></entry></feed>",
          "Content-Type: image/png; name=\"logo.png\"\nContent-Transfer-Encoding: base64\n\niVBORw0K",
          "Content-Type: multipart/related; boundary=in\n\n--in\nContent-Type: message/rfc822\n\n"
            + "From: b@e.org\nContent-Type: application/pdf\n\n%PDF\n--in--",
        ]))
    #expect(document.count == 2)
    #expect(document.leftOut.map(\.message).map { $0.contains("“logo.png”") } == [true, false])
    #expect(document.leftOut.map(\.line) == [29, 39])
  }

  @Test("A text is called what the subject says, and an attached file what it says itself")
  func titles() throws {
    let feed = "<rss><channel><title>Feed</title><item><title>T</title></item></channel></rss>"
    let document = try read(
      Self.multipart(
        "mixed",
        [
          "Content-Type: text/plain\n\n" + feed,
          "Content-Type: text/xml; name=\"feed.rss\"\n\n" + feed,
          "Content-Type: text/plain\n\n Submissions to:\nLogic\n received from x\n" + Self.listing,
        ]))
    #expect(document.lists.map(\.head.title) == ["News", "Feed", "arXiv: Logic"])
  }

  @Test("A mailbox is one list for each message")
  func mailbox() throws {
    let message = { (subject: String) in
      "From ada@e.org Mon Jan  1 09:00:00 2024\nFrom: ada@e.org\nSubject: \(subject)\nStatus: RO\n"
        + "Received: x\n\n\(Self.listing)\n\n>From here on\n\n"
    }
    let document = try read(message("One") + message("Two"), name: "box.mbox")
    #expect(document.lists.map(\.head.title) == ["One", "Two"])
    #expect(document.lists.flatMap(\.sections).flatMap(\.entries).map(\.line) == [8, 28 - 1])
  }

  @Test("A message without a list says so")
  func noList() throws {
    let document = try read(Self.head + "\n\n")
    #expect(document.count == 0)
    #expect(document.warnings.first?.message.contains("“News”") == true)
  }

  @Test("Lines that format=flowed broke are joined, and signatures kept apart")
  func flowed() {
    let mail =
      Self.head
      + "Content-Type: text/plain; format=flowed\n\nA paragraph \nin two.\n From here\n-- \nAda\n"
    let bytes = Array(mail.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      let lines = MailLines(bytes)
      let text = MailPart.parts(lines, in: 0..<lines.count)[0].text(lines, isOfMailbox: false)
      #expect(
        String(decoding: text.text, as: UTF8.self) == "A paragraph in two.\nFrom here\n-- \nAda\n")
      #expect(text.lines == [6, 8, 9, 10])
    }
  }

  @Test(
    "What is no mail is not taken for one",
    arguments: [
      "Title: x\nAuthor: y\n\nz", "From: a\n\nx", "---\nfrom: a\ndate: b\n---\n", "@article{a,\n}",
      "A text\nFrom: a\nDate: b\n",
    ])
  func detection(text: String) {
    let source = ImportSource(name: "", data: Data(text.utf8))
    #expect(Importer.email.likelihood(source, source.sample) == .none)
  }

  @Test("No mail that is cut or changed at random stops the program")
  func damagedMails() throws {
    let mail = Array(
      Self.multipart(
        "alternative",
        [
          "Content-Type: text/plain; charset=utf-8; format=flowed\n\n" + Self.listing,
          "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<a href=3D'x'>=\ny",
        ]
      ).utf8)
    for end in stride(from: 0, to: mail.count, by: 3) {
      let source = ImportSource(name: "", data: Data(mail[..<end]))
      #expect(try ParsedDocument(reading: source, with: .email).count <= 1)
    }
    var random = FixedRandom(seed: 3)
    for _ in 0..<500 {
      var bytes = mail
      for _ in 0..<5 {
        let at = Int.random(in: bytes.indices, using: &random)
        bytes[at] = UInt8.random(in: 0...255, using: &random)
      }
      let source = ImportSource(name: "", data: Data(bytes))
      _ = try ParsedDocument(reading: source, with: .email)
    }
  }

  @Test(
    "Hostile mails take time in proportion to their size",
    arguments: [
      "--b\n", "Content-Type: multipart/mixed; boundary=b\n\n--b\n", "From a\nFrom: b\n\n", "=\n",
      " x\n",
      "X: y\n", "--b\nContent-Type: message/rfc822\n\n", "=?utf-8?Q?", ">From \n",
      "\\\\\narXiv:2401.00001\n",
    ])
  func hostile(piece: String) throws {
    let head = "From: a@e.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"
    let clock = ContinuousClock()
    func time(_ text: String) throws -> Duration {
      let source = ImportSource(name: "", data: Data((head + text).utf8))
      return try clock.measure { _ = try ParsedDocument(reading: source, with: .email) }
    }
    let size = 1 << 18
    let plain = try time("\n--b\n\n" + String(repeating: Self.listing + "\n", count: size / 200))
    let hostile = try time(String(repeating: piece, count: size / piece.utf8.count))
    #expect(hostile < plain * 20 + .seconds(1))
  }
}
