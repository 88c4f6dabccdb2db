import ReadingModel
import ReadingStore

extension Actions {
  /// Says that a paper should be read after another; a cycle is refused with its names.
  func addPrerequisite(_ paper: PaperID, required: PaperID, why: String) throws -> Outcome {
    let reason = SafeText.line(why)
    var names = ("", "")
    return try step(papers: [], unchanged: "\(names.0) waits for \(names.1) already") {
      editor, _ in
      names = (
        Sentences.quoted(try editor.title(of: paper)),
        Sentences.quoted(try editor.title(of: required))
      )
      guard paper != required else {
        throw ActionError.refused("\(names.0) cannot be its own prerequisite")
      }
      guard try editor.addPrerequisite(paper, required: required, why: reason) else { return nil }
      return "\(names.0) now comes after \(names.1)"
    }
  }

  /// Takes a prerequisite away.
  func removePrerequisite(_ paper: PaperID, required: PaperID) throws -> Outcome {
    var names = ("", "")
    return try step(papers: [], unchanged: "\(names.0) does not wait for \(names.1)") {
      editor, _ in
      names = (
        Sentences.quoted(try editor.title(of: paper)),
        Sentences.quoted(try editor.title(of: required))
      )
      guard try editor.removePrerequisite(paper, required: required) else { return nil }
      return "\(names.0) no longer waits for \(names.1)"
    }
  }
}
