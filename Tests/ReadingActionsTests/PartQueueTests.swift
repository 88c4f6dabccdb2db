import Dispatch
import Foundation
import Interchange
import ReadingModel
import Testing

@testable import ReadingActions

@Suite("Reading on a thread of its own")
struct PartQueueTests {
  private struct Stopped: Error {}

  /// A document that is long enough to be read on another thread.
  private let source = ImportSource(name: "long", data: Data(repeating: 0x20, count: 1 << 19))

  @Test("Stopping while the reader waits to say that it is at its end ends both")
  func stoppedAtTheEnd() {
    let isRead = DispatchSemaphore(value: 0)
    // One batch is with the receiver and all others wait, so that the end has no room.
    let importer = Importer(
      name: "parts", title: "parts", endings: [], likelihood: { _, _ in .certain },
      read: { _, receive in
        for number in 1...(17 * 64) {
          try receive(.warning(Diagnostic(line: number, message: "a part")))
        }
        isRead.signal()
      })
    #expect(throws: Stopped.self) {
      try PartQueue.read(source, with: importer) { _ in
        isRead.wait()
        throw Stopped()
      }
    }
  }

  @Test("Parts arrive in order, and what the reader throws comes to the caller")
  func order() throws {
    let importer = Importer(
      name: "parts", title: "parts", endings: [], likelihood: { _, _ in .certain },
      read: { _, receive in
        for number in 1...6_400 {
          try receive(.warning(Diagnostic(line: number, message: "a part")))
        }
        throw Stopped()
      })
    var lines: [Int] = []
    #expect(throws: Stopped.self) {
      try PartQueue.read(source, with: importer) { part in
        if case .warning(let diagnostic) = part.part { lines.append(diagnostic.line) }
      }
    }
    #expect(lines == Array(1...6_400))
  }

  @Test("What an entry is recognised by is the same, whichever thread had the time to see it")
  func recognition() throws {
    let isAhead = DispatchSemaphore(value: 0)
    let importer = Importer(
      name: "parts", title: "parts", endings: [], likelihood: { _, _ in .certain },
      read: { _, receive in
        for number in 1...(20 * 64) {
          if number == 4 * 64 { isAhead.signal() }
          let paper = Paper(title: "Net \(number): A Title", authors: ["Ann Bee"], year: 2020)
          try receive(.entry(ParsedEntry(line: number, paper: paper)))
        }
      })
    var (seen, unseen) = (0, 0)
    try PartQueue.read(source, with: importer) { part in
      if seen + unseen == 0 { isAhead.wait() }
      guard case .entry(let entry) = part.part else { return }
      guard let recognition = part.recognition else {
        unseen += 1
        return
      }
      seen += 1
      let own = PartQueue.Recognition(entry.paper)
      #expect(recognition.forms == own.forms && recognition.firstAuthor == own.firstAuthor)
    }
    #expect(seen + unseen == 20 * 64)
    #expect(unseen >= 64 && seen >= 64)
  }
}
