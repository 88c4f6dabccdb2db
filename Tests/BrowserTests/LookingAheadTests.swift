import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("Looking ahead")
struct LookingAheadTests {
  /// The last frame of a script; keys that come faster than frames leave no time to look ahead.
  ///
  /// A script must not scroll what it leaves again: how far that is scrolled depends on the frames.
  private func frame(_ script: String, isFast: Bool, size: Size) throws -> Surface {
    let backend = TestBackend(size: size, script: try keys(script), isFast: isFast)
    let runtime = Runtime(
      backend: backend, environment: FakeLibrary(), settings: BrowserSettings())
    do { try runtime.run() } catch is TestBackend.ScriptEnded {}
    return backend.frames.last ?? Surface(size: Size(rows: 0, columns: 0))
  }

  @Test(
    "never shows on the screen",
    arguments: [
      "j j k", "j r k j", "j k r", "j a k u j", "k j s k j i j k", "J j j K j k", "G g g G k g g j",
      "PgDn PgUp j k", "j t type:x Enter k j", "f type:status:unread Enter j r j k",
      "/ type:model Enter j j k", "/ type:attention Esc j k", "L j r j k", "v j k v j k",
      "j M x k ' x j",
      "T s r Esc j k", "j + k j - j k", "Tab Tab j k r k",
    ], [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 10, columns: 40)])
  func isInvisible(script: String, size: Size) throws {
    let withTime = try frame(script, isFast: false, size: size)
    let without = try frame(script, isFast: true, size: size)
    #expect(withTime == without, "\(withTime.text())\n\(without.text())")
  }

  /// How many papers a script has loaded.
  private func loaded(_ script: String) throws -> Int {
    let library = FakeLibrary()
    _ = try Played(script, library: library)
    return library.loadedPapers
  }

  @Test("loads each paper once on the way down, and none again on the way back")
  func loadsOnce() throws {
    let start = try loaded("")
    #expect(try loaded("j") == start + 1)
    #expect(try loaded("j j") == start + 2)
    #expect(try loaded("j j k k") <= start + 3)
  }

  private func model(looksAhead: Bool = true) -> BrowserModel {
    var model = BrowserModel(settings: BrowserSettings(), size: Size(rows: 40, columns: 120))
    model.hasStarted = true
    model.open(Place(source: .list(ListID(rawValue: 1))))
    answer(.settled, &model)
    if looksAhead { answer(.drawn, &model) }
    return model
  }

  /// Answers what a message makes the model ask for, until it asks no more.
  private func answer(_ message: Message, _ model: inout BrowserModel) {
    let library = FakeLibrary()
    while case let effects = model.update(message), !effects.isEmpty {
      for reply in effects.compactMap(library.answer) { _ = model.update(reply) }
    }
  }

  @Test(
    "forgets what it saw when anything about a paper may have changed",
    arguments: [
      Message.libraryChanged, .changed(Outcome(sentence: "Done", papers: []), .papers),
      .optionSet("ascii is true", .ascii, [.year]),
    ])
  func forgets(change: Message) {
    var model = model()
    guard let next = model.papers.row(at: model.papers.cursor + 1)?.paper else {
      Issue.record("There is no next paper.")
      return
    }
    #expect(model.shelf.holds(next))
    _ = model.update(change)
    #expect(!model.shelf.holds(next))
  }

  @Test("lays a paper it saw out anew when the screen has another size")
  func resized() {
    let frames = [true, false].map { looksAhead in
      var model = model(looksAhead: looksAhead)
      _ = model.update(.input(.resized(Size(rows: 24, columns: 80))))
      answer(.settled, &model)
      _ = model.update(.input(.key(.character("j"))))
      answer(.settled, &model)
      return model.view()
    }
    #expect(frames[0] == frames[1])
  }

  @Test("asks for nothing while a prompt is open")
  func prompt() {
    var model = model()
    answer(.drawn, &model)
    model.layers = [.help(HelpLayer())]
    model.papers.cursor += 1
    #expect(model.update(.drawn).isEmpty)
  }
}
