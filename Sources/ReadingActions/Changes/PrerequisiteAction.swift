import ReadingModel
import ReadingStore

extension Actions {
  /// Says that a paper should be read after another; a cycle is refused with its names.
  func addPrerequisite(_ paper: PaperID, required: PaperID, why: String) throws -> Outcome {
    let reason = SafeText.line(why)
    let present = try library.paper(paper)?.prerequisites
      .contains { $0.paper == required && $0.why == reason }
    var names = ("", "")
    return try step(papers: [], unchanged: "\(names.0) comes after \(names.1) already") {
      editor, _ in
      names = (
        Sentences.quoted(try editor.title(of: paper)),
        Sentences.quoted(try editor.title(of: required))
      )
      guard paper != required else {
        throw ActionError.refused("\(names.0) cannot be its own prerequisite")
      }
      guard present != true else { return nil }
      try editor.addPrerequisite(paper, required: required, why: reason)
      return "\(names.0) now comes after \(names.1)"
    }
  }

  /// Takes a prerequisite away.
  func removePrerequisite(_ paper: PaperID, required: PaperID) throws -> Outcome {
    let present = try library.paper(paper)?.prerequisites.contains { $0.paper == required }
    var names = ("", "")
    return try step(papers: [], unchanged: "\(names.0) does not wait for \(names.1)") {
      editor, _ in
      names = (
        Sentences.quoted(try editor.title(of: paper)),
        Sentences.quoted(try editor.title(of: required))
      )
      guard present == true else { return nil }
      try editor.removePrerequisite(paper, required: required)
      return "\(names.0) no longer waits for \(names.1)"
    }
  }
}
