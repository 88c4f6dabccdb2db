import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("The screens of an import")
struct ImportCleanTests {
  @Test("show nothing raw of what a document or the disk is called")
  func clean() throws {
    let library = ImportFixture.library()
    var plan = ImportFixture.folder
    plan.documents[0].lists[0].entries[0].title = SafeText.line("a\u{1B}[31m\u{202E}b")
    library.importing.plan("lists", plan)
    library.importing.folder(
      "", [PathName(exact: Array("l\u{1B}]0;x\u{07}\u{202E}".utf8), isFolder: false)])
    for script in ["I type:l wake", "I type:l wake Tab", "I type:lists wake Enter wake"] {
      let shown = try Played(script, library: library)
      for frame in shown.backend.frames {
        #expect(
          frame.text().unicodeScalars.allSatisfy {
            $0 == "\n"
              || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                && !(0x202A...0x202E).contains($0.value))
          })
      }
    }
  }
}
