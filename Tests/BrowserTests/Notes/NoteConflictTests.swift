import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Two texts for one note")
struct NoteConflictTests {
  private static let flash = PaperID(rawValue: 9)
  private static let note = NoteID(rawValue: 90)
  static let theirs =
    "Tiling keeps the softmax exact; the win is memory traffic, not arithmetic.\nTheirs."

  /// A library in which another program saves a version while the editor is open.
  static func library() -> FakeLibrary {
    let library = FakeLibrary()
    library.meanwhile = { $0.write(theirs, to: note, of: flash) }
    return library
  }

  private func bodies(_ library: FakeLibrary) -> [String] {
    library.shelf.versions(of: Self.note).map(\.body)
  }

  private static let open = "G k e type:\\ Mine. ^S"

  @Test("are shown, and nothing is written over the other")
  func shows() throws {
    let library = Self.library()
    let played = try Played(Self.open, library: library)
    #expect(bodies(library).last == Self.theirs)
    let text = played.lines.joined(separator: "\n")
    #expect(text.contains("Two texts for one note"))
    #expect(text.contains("Another program saved version 2 meanwhile."))
    #expect(text.contains("- Theirs.") && text.contains("arithmetic. Mine."))
    #expect(played.footer.contains("m merge  y keep yours  t keep theirs  Esc go on writing"))
    #expect(library.removedDrafts.isEmpty)
  }

  @Test("end with yours as the next version, theirs being the one before")
  func keepsMine() throws {
    let library = Self.library()
    let played = try Played(Self.open + " y", library: library)
    #expect(bodies(library).suffix(2).first == Self.theirs)
    #expect(bodies(library).last?.hasSuffix("arithmetic. Mine.") == true)
    #expect(library.removedDrafts.count == 1 && played.lines[0].contains("Transformer to agents"))
  }

  @Test("end with theirs, yours being a version before it")
  func keepsTheirs() throws {
    let library = Self.library()
    let played = try Played(Self.open + " t", library: library)
    #expect(bodies(library).last == Self.theirs && bodies(library).count == 4)
    #expect(bodies(library)[2].hasSuffix("arithmetic. Mine."))
    #expect(played.footer.contains("Kept the other text of the note on “FlashAttention” · u undo"))
  }

  @Test("are merged in the editor, and saved as the next version without another question")
  func merges() throws {
    let library = FakeLibrary()
    library.shelf.write("one\n\ntwo", to: Self.note, of: Self.flash)
    library.meanwhile = { $0.write("one, theirs\n\ntwo", to: Self.note, of: Self.flash) }
    let played = try Played(Self.open + " m", library: library)
    #expect(played.footer.contains("Both texts are in this one; look at it and save."))
    #expect(library.savedDrafts.last?.body == "one, theirs\n\ntwo Mine.")
    #expect(library.savedDrafts.last?.base == 3)
    library.shelf.write("one\n\ntwo", to: Self.note, of: Self.flash)
    library.meanwhile = { $0.write("one, theirs\n\ntwo", to: Self.note, of: Self.flash) }
    _ = try Played(Self.open + " m ^S", library: library)
    #expect(bodies(library).last == "one, theirs\n\ntwo Mine.")
  }

  @Test("stand between marks where both changed the same line")
  func marks() throws {
    let library = Self.library()
    library.meanwhile = { $0.write("Theirs.", to: Self.note, of: Self.flash) }
    let played = try Played(Self.open + " m", library: library)
    #expect(played.footer.contains("at 1 place choose between <<<<<<< and >>>>>>>"))
    #expect(
      library.savedDrafts.last?.body.hasSuffix("=======\nTheirs.\n>>>>>>> version 2") == true)
  }

  @Test("leave the person writing, and undo in the editor takes a merge back")
  func goesOn() throws {
    let library = Self.library()
    let played = try Played(Self.open + " Esc type:!", library: library)
    #expect(played.lines.joined().contains("arithmetic. Mine.!"))
    _ = try Played(Self.open + " Esc ^S", library: library)
    let undone = try Played(Self.open + " m ^_", columns: 100, library: Self.library())
    #expect(!undone.lines.joined().contains("Theirs."))
  }

  @Test("are asked about again when a third text came meanwhile")
  func third() throws {
    let library = FakeLibrary()
    library.meanwhile = { shelf in
      shelf.write("second", to: Self.note, of: Self.flash)
      library.meanwhile = { $0.write("third", to: Self.note, of: Self.flash) }
    }
    let played = try Played(Self.open + " y", library: library)
    #expect(played.lines.joined().contains("Two texts for one note"))
    #expect(played.lines.joined().contains("- third"))
    #expect(bodies(library).last == "third")
  }

  @Test("come from a draft whose note was changed since it was left")
  func draft() throws {
    let library = FakeLibrary()
    library.shelf.write(Self.theirs, to: Self.note, of: Self.flash)
    library.leftDrafts = [
      Draft(
        paperKey: "arxiv:2205.14135", note: Self.note, base: 1, body: "Left behind.",
        paper: Self.flash, title: "FlashAttention", time: "12:03")
    ]
    let played = try Played("e ^S", library: library)
    #expect(played.lines.joined().contains("Two texts for one note"))
    #expect(bodies(library).last == Self.theirs)
  }

  @Test("are kept when the person's own editor saved beside another program")
  func external() throws {
    func fresh() -> FakeLibrary {
      let library = FakeLibrary()
      library.externalEditor = { text in
        library.shelf.write(Self.theirs, to: Self.note, of: Self.flash)
        return text + " Mine."
      }
      return library
    }
    let library = fresh()
    let played = try Played("G k E", library: library)
    #expect(played.lines.joined().contains("Two texts for one note"))
    #expect(library.savedDrafts.last?.body.hasSuffix("Mine.") == true)
    #expect(library.removedDrafts.isEmpty && bodies(library).last == Self.theirs)
    let merged = fresh()
    _ = try Played("G k E m ^S", library: merged)
    #expect(bodies(merged).last?.contains("Theirs.") == true)
    #expect(bodies(merged).last?.contains("Mine.") == true)
    #expect(try Played("G k E Esc", library: fresh()).footer.contains("kept as a draft"))
  }
}
