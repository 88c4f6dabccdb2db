import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Notes and their versions")
struct NoteVersionsTests {
  /// FlashAttention stands at the end of the first list but one.
  private static let flash = PaperID(rawValue: 9)
  private static let note = NoteID(rawValue: 90)

  /// A library in which the note on FlashAttention has three versions.
  static func library() -> FakeLibrary {
    let library = FakeLibrary()
    for body in [
      "Tiling keeps the softmax exact; the win is memory traffic.\n\nRead section 3 again.",
      "Tiling keeps the softmax exact; the gain is memory traffic.\n\n- section 3\n- the proof",
    ] {
      library.shelf.write(body, to: note, of: flash)
    }
    return library
  }

  private func bodies(_ library: FakeLibrary) -> [String] {
    library.shelf.versions(of: Self.note).map(\.body)
  }

  @Test("are listed newest first, each with what it changed")
  func lists() throws {
    let lines = try Played("G k d", library: Self.library()).lines
    #expect(
      lines[0].contains("Notes on “FlashAttention”") && lines[0].contains("1 note, 3 versions"))
    #expect(lines[2].contains("✎ 2026-03-01 12:02    3  Tiling keeps the softmax exact; the gain"))
    #expect(lines[4].contains("2026-02-01 09:00    1  Tiling"))
    let text = lines.joined(separator: "\n")
    #expect(text.contains("version 2 → 3"))
    #expect(text.contains("- Tiling keeps the softmax exact; the win is memory traffic."))
    #expect(text.contains("+ Tiling keeps the softmax exact; the gain is memory traffic."))
    #expect(text.contains("- Read section 3 again."))
  }

  @Test("differ by words that stand out")
  func words() throws {
    let screen = try Played("G k d", library: Self.library()).screen
    var bold = ""
    for row in 17..<38 {
      for column in 6..<100 {
        if case .cluster(let character, let style) = screen[row, column],
          style.attributes.contains(.bold)
        {
          bold.append(character)
        }
      }
    }
    #expect(bold.contains("win") && bold.contains("gain") && !bold.contains("softmax"))
  }

  @Test("are restored as a new version after a question, which can be taken back")
  func restores() throws {
    let library = Self.library()
    let played = try Played("G k d G Enter y", library: library)
    #expect(library.changes == [.restoreNote(Self.flash, note: Self.note, version: 1)])
    #expect(bodies(library).count == 4 && bodies(library).first == bodies(library).last)
    #expect(played.footer.contains("Restored version 1 of the note on “FlashAttention” · u undo"))
    #expect(played.lines[0].contains("4 versions"))
    _ = try Played("G k d u", library: library)
    #expect(bodies(library).count == 3)
  }

  @Test("stay as they are when the question is answered with no, or the newest is chosen")
  func keeps() throws {
    let library = Self.library()
    _ = try Played("G k d j Enter n", library: library)
    #expect(try Played("G k d Enter", library: library).footer.contains("This version stands"))
    #expect(library.changes.isEmpty)
  }

  @Test("show the note with the cursor in the editor, and the list again behind it")
  func edits() throws {
    let library = Self.library()
    let played = try Played("G k d e type:! ^S", library: library)
    #expect(bodies(library).last?.hasSuffix("the proof!") == true)
    #expect(played.lines[0].contains("Notes on “FlashAttention”"))
    #expect(played.lines[0].contains("4 versions"))
  }

  @Test("scroll what changed by half pages, and leave with q")
  func scrolls() throws {
    let library = Self.library()
    let long = (1...80).map { "line \($0)" }.joined(separator: "\n")
    library.shelf.write(long, to: Self.note, of: Self.flash)
    // Above the preview stand the versions, each with its first words.
    func preview(_ script: String) throws -> String {
      try Played(script, library: library).lines[17...].joined()
    }
    #expect(try preview("G k d").contains("line 1 "))
    let scrolled = try preview("G k d PgDn PgDn PgDn")
    #expect(!scrolled.contains("line 1 ") && scrolled.contains("line 60"))
    #expect(try preview("G k d PgDn*30 PgUp*4").contains("line 1 "))
    #expect(try Played("G k d q", library: library).lines[0].contains("Transformer to agents"))
  }

  @Test("are none where none was written")
  func none() throws {
    #expect(try Played("d").footer.contains("“GPT-3” has no notes · e writes one"))
  }

  @Test("of several notes stand under their own newest, the note written last first")
  func several() throws {
    let library = FakeLibrary()
    library.shelf.write(
      "The decoder masks all.", to: NoteID(rawValue: 10), of: PaperID(rawValue: 1))
    let lines = try Played("g g d", library: library).lines
    #expect(lines[0].contains("2 notes, 3 versions"))
    #expect(lines[2].contains("✎") && lines[2].contains("masks all"))
    #expect(!lines[3].contains("✎") && lines[4].contains("✎"))
  }
}
