import Foundation
import Testing

/// SECURITY.md names a test for each threat; they have to be there.
@Suite("The page on security")
struct SecurityPageTests {
  @Test("Every test that it names exists")
  func named() throws {
    let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: top.appendingPathComponent("SECURITY.md"), encoding: .utf8)
    let folder = top.appendingPathComponent("Tests")
    let files =
      FileManager.default.enumerator(atPath: folder.path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix("Tests.swift") } ?? []
    let sources = try files.map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }.joined()
    let answers = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .compactMap { $0.split(separator: "|").last { !$0.allSatisfy(\.isWhitespace) } }
    #expect(answers.count > 20)
    var suites = 0
    for answer in answers {
      for match in answer.matches(of: /`(\w+Tests)`/) {
        suites += 1
        #expect(sources.contains("struct \(match.1) {"), "\(match.1)")
      }
      for match in answer.matches(of: /“(.+)”/) {
        let title = match.1.split(separator: "”, “").map {
          $0.hasSuffix(" …") ? $0.dropLast(2) : $0
        }
        for title in title { #expect(sources.contains("\"\(title)"), "\(title)") }
      }
    }
    #expect(suites > 20)
  }
}
