/// One `@type{key, name = value, …}` as places in the bytes of a document.
///
/// A block is used again and again, so that reading an entry reserves no memory.
struct BibTeXBlock {
  /// A part of a value; parts are joined by `#`.
  struct Part {
    /// True for a text in braces or quotes; false for a number or the name of an abbreviation.
    var isText: Bool
    /// True when the text means what its bytes say: no braces, commands, ligatures or line ends.
    var isPlain: Bool
    /// The place of the part without its delimiters.
    var range: Range<Int>
  }

  /// A name and the parts of its value.
  struct Field {
    /// What the name means; nil for the name of an abbreviation.
    var name: BibTeXFieldName?
    /// The place of the name.
    var nameRange: Range<Int>
    /// The parts of the value, as indices of `parts`.
    var parts: Range<Int>
  }

  /// Something that was not as it should be.
  struct Problem {
    /// The place in the document.
    var offset: Int
    /// What was found and what became of it.
    var message: String
  }

  /// The place of the `@`.
  var start = 0
  /// The place of the type, without the `@`.
  var type = 0..<0
  /// The place of the citation key; empty when there is none.
  var key = 0..<0
  /// The fields that are of use, in order.
  var fields: [Field] = []
  /// The parts of their values.
  var parts: [Part] = []
  /// What was not as it should be, in order.
  var problems: [Problem] = []
  /// False when the end of the block is missing.
  var isClosed = true
  /// True when the end of a value is missing.
  var hasCutValue = false
  /// The number of fields, whether they are of use or not.
  var fieldCount = 0

  /// Makes ready for the next block.
  mutating func reset(at start: Int, type: Range<Int>) {
    self.start = start
    self.type = type
    key = start..<start
    fields.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    isClosed = true
    hasCutValue = false
    fieldCount = 0
  }
}
