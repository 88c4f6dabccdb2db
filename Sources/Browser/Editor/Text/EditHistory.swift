/// The edits of one sitting, to be taken back and made again.
///
/// A run of typing is one step up to the next word, and a run of deleting is one step; moving the
/// cursor, a line end and a paste end a run. There is no limit to the number of steps, only to the
/// memory that they take: beyond it the oldest are forgotten.
struct EditHistory: Equatable, Sendable {
  /// An edit and where the cursor stood on either side of it.
  struct Step: Equatable, Sendable {
    fileprivate(set) var edit: TextEdit
    let cursorBefore: TextPosition
    fileprivate(set) var cursorAfter: TextPosition
    /// Tells this state of the text from every other in the history.
    fileprivate var state: Int

    /// About what the step takes in memory: its texts and a hundred bytes beside them.
    fileprivate var bytes: Int { edit.removed.utf8.count + edit.inserted.utf8.count + 100 }
  }

  /// How an edit came about, which decides what it may be joined with.
  enum Kind: Equatable, Sendable {
    /// One cluster typed.
    case typing
    /// One cluster deleted, before or behind the cursor.
    case deleting
    /// Anything else, a step of its own.
    case single
  }

  /// The memory that steps may take before the oldest are forgotten, in bytes.
  let byteLimit: Int
  private var done: [Step] = []
  private var undone: [Step] = []
  private var bytes = 0
  private var openRun: Kind?
  private var lastState = 0
  private var oldestState = 0

  /// The longest run, in bytes, so that one undo never takes back a page of typing.
  private static let longestRun = 2_000

  init(byteLimit: Int = 64_000_000) {
    self.byteLimit = byteLimit
  }

  /// A number for the text as it stands, the same again when undo or redo leads back to it.
  var state: Int { done.last?.state ?? oldestState }

  /// Ends the run of typing or deleting, as moving the cursor does.
  mutating func endRun() {
    openRun = nil
  }

  /// Keeps an edit that has just been made; what had been undone can no longer be made again.
  mutating func record(
    _ edit: TextEdit, _ kind: Kind, cursorBefore: TextPosition, cursorAfter: TextPosition
  ) {
    for step in undone { bytes -= step.bytes }
    undone.removeAll()
    lastState += 1
    let joined = joinedWithLast(edit, kind)
    if let joined, let last = done.indices.last {
      bytes -= done[last].bytes
      done[last].edit = joined
      done[last].cursorAfter = cursorAfter
      done[last].state = lastState
      bytes += done[last].bytes
    } else {
      let step = Step(
        edit: edit, cursorBefore: cursorBefore, cursorAfter: cursorAfter, state: lastState)
      done.append(step)
      bytes += step.bytes
    }
    openRun = kind == .single || !edit.staysInLine ? nil : kind
    if bytes > byteLimit { forgetOldest() }
  }

  /// Gives out the last step that was made, or nil when there is none.
  mutating func undo() -> Step? {
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    openRun = nil
    return step
  }

  /// Gives out the last step that was undone, or nil when there is none.
  mutating func redo() -> Step? {
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    openRun = nil
    return step
  }

  private func joinedWithLast(_ edit: TextEdit, _ kind: Kind) -> TextEdit? {
    guard kind == openRun, kind != .single, edit.staysInLine, let last = done.last,
      last.bytes < Self.longestRun
    else { return nil }
    var joined = last.edit
    switch kind {
    case .typing:
      guard edit.start == last.edit.start.advanced(over: last.edit.inserted),
        !startsWord(edit.inserted, after: last.edit.inserted)
      else { return nil }
      joined.inserted += edit.inserted
    case .deleting:
      if edit.start == last.edit.start {
        joined.removed += edit.removed
      } else if edit.start.advanced(over: edit.removed) == last.edit.start {
        joined.start = edit.start
        joined.removed = edit.removed + joined.removed
      } else {
        return nil
      }
    case .single:
      return nil
    }
    return joined
  }

  private func startsWord(_ text: String, after previous: String) -> Bool {
    guard let first = text.first, let last = previous.last else { return false }
    return WordKind(of: first) != .between && last == " "
  }

  /// Forgets a quarter of the allowed memory at once, so that the cost is spread over many edits.
  private mutating func forgetOldest() {
    var kept = 0
    while bytes > byteLimit * 3 / 4, kept < done.count - 1 {
      bytes -= done[kept].bytes
      oldestState = done[kept].state
      kept += 1
    }
    done.removeFirst(kept)
  }
}
