import Dispatch
import Foundation
import Interchange
import ReadingModel
import Synchronization

/// What a document is read into, on its way from the thread that reads to the one that writes.
///
/// The two work at once, and a reader that is ahead waits, so that what is on the way takes little
/// memory whatever the size of the document.
final class PartQueue: Sendable {
  /// A part of a document, with what an entry is recognised by when the reader had the time to see.
  struct Part: Sendable {
    var part: DocumentPart
    var recognition: Recognition?
  }

  /// What an entry without a known identifier is recognised by.
  struct Recognition: Sendable {
    /// The forms of its title.
    var forms: TitleForms
    /// The folded family name of its first author.
    var firstAuthor: String?

    init(_ paper: Paper) {
      forms = TitleForms(paper, key: paper.titleKey)
      firstAuthor = PaperLikeness.firstFamilyName(paper.authors)
    }
  }

  /// Documents shorter than this, in bytes, are read where they are written.
  private static let longFrom = 1 << 18
  /// How many parts go on their way together, and how many such batches are on the way at most.
  private static let (batch, batches) = (64, 16)

  private struct State: Sendable {
    var waiting: [[Part]] = []
    /// What the receiver is done with.
    var spent: [[Part]] = []
    var isStopped = false
    var failure: (any Error)?
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: batches)
  private let arrivals = DispatchSemaphore(value: 0)

  /// Reads a document and hands its parts over in order, on the thread of the caller.
  ///
  /// - Throws: What the receiver throws; the document is not read further then.
  static func read(
    _ source: ImportSource, with importer: Importer, _ receive: (Part) throws -> Void
  ) throws {
    guard source.bytes.count >= longFrom else {
      return try importer.read(source) { try receive(Part(part: $0)) }
    }
    let queue = PartQueue()
    let reader = Thread { queue.fill(from: source, with: importer) }
    // As much as the first thread of a program has: formats nest.
    reader.stackSize = 8 << 20
    reader.start()
    try queue.empty(receive)
  }

  private init() {}

  private func fill(from source: ImportSource, with importer: Importer) {
    var parts: [Part] = []
    var sent = 0
    var isAhead = false
    do {
      try importer.read(source) { part in
        // Whichever thread has the time sees by what an entry is recognised.
        parts.append(isAhead ? Part(recognised: part) : Part(part: part))
        guard parts.count == Self.batch else { return }
        isAhead = try send(parts)
        letGoOfSpent()
        sent += 1
        if sent.isMultiple(of: Self.batches) { source.releasePages() }
        parts.removeAll(keepingCapacity: true)
      }
      if !parts.isEmpty { try send(parts) }
      try send([])
    } catch {
      state.withLock { $0.failure = error }
      _ = try? send([])
    }
  }

  /// Sends parts on their way; none say that the document is at its end.
  ///
  /// - Returns: True when others were on the way before them.
  @discardableResult
  private func send(_ parts: [Part]) throws -> Bool {
    room.wait()
    let (isStopped, isAhead) = state.withLock { state in
      state.waiting.append(parts)
      return (state.isStopped, state.waiting.count > 1)
    }
    arrivals.signal()
    // The end is said once: one that nobody takes would keep its room, which dispatch stops for.
    if isStopped, !parts.isEmpty { throw CancellationError() }
    return isAhead
  }

  /// Frees the memory of what the receiver is done with: the thread that took memory has it back at
  /// once, while one that frees it for another waits for the other's lock.
  private func letGoOfSpent() {
    _ = state.withLock { state in
      let spent = state.spent
      state.spent = []
      return spent
    }
  }

  private func empty(_ receive: (Part) throws -> Void) throws {
    do {
      while true {
        let parts = next()
        if parts.isEmpty { break }
        for part in parts { try receive(part) }
        state.withLock { $0.spent.append(parts) }
      }
    } catch {
      state.withLock { $0.isStopped = true }
      // The document may be gone from memory once the caller has it back.
      while !next().isEmpty {}
      throw error
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  private func next() -> [Part] {
    arrivals.wait()
    let parts = state.withLock { $0.waiting.removeFirst() }
    room.signal()
    return parts
  }
}

extension PartQueue.Part {
  fileprivate init(recognised part: DocumentPart) {
    self.part = part
    if case .entry(let entry) = part { recognition = PartQueue.Recognition(entry.paper) }
  }
}
