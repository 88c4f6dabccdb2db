/// Paragraphs that stand for a work without naming it, and how they hang together.
enum UntitledText {
  /// True for a paragraph that speaks of a work, as abstracts do.
  static func isOfWork(_ text: String) -> Bool {
    guard text.utf8.count >= 60, !isIntroduction(text), !Adverts.isAdvert(text) else {
      return false
    }
    let words = Set(TextWords.of(text, limit: 400))
    return vocabulary.intersection(words).count >= 2
  }

  /// True for a line that speaks of the list itself.
  static func isIntroduction(_ text: String) -> Bool {
    let words = TextWords.of(text, limit: 6)
    for length in [2, 3] where words.count >= length {
      if introductions.contains(words.prefix(length).joined(separator: " ")) { return true }
    }
    return false
  }

  private static let introductions: Set<String> = [
    "this list", "this article", "this newsletter", "this post", "this week", "this week's",
    "this edition", "this issue", "this page", "this reading", "this collection", "this roundup",
    "this digest", "in this article", "in this newsletter", "in this post", "in this edition",
    "in this issue", "welcome to", "welcome back", "here are", "here is", "these are", "below are",
    "below is", "the papers cover", "the following", "reading list", "hello everyone",
    "hi everyone",
  ]

  /// True when a line goes on with what the line before it began.
  ///
  /// A line goes on in lower case after an unfinished one; a question, a colon and a promise are
  /// answered by the next line; and some beginnings refer back to what was said.
  static func goesOn(_ line: String, after previous: String) -> Bool {
    guard let last = previous.unicodeScalars.last, let first = line.unicodeScalars.first else {
      return false
    }
    if !".!?…:;”\")’".unicodeScalars.contains(last) { return first.properties.isLowercase }
    if last == ":" || last == "?" { return true }
    if previous.utf8.count <= 300, TextWords.of(previous).suffix(2) == ["until", "now"] {
      return true
    }
    return refersBack(line)
  }

  private static func refersBack(_ line: String) -> Bool {
    guard line.unicodeScalars.first?.properties.isUppercase == true else { return false }
    let words = TextWords.of(line, limit: 9)
    guard let first = words.first else { return false }
    let second = words.count > 1 ? words[1] : ""
    if connectives.contains(first) || connectives.contains("\(first) \(second)") { return true }
    if ["this", "these", "those"].contains(first) { return !selfReferences.contains(second) }
    // “A picture that we use in the paper” needs the paper to be known already.
    return words.contains("we") && !["we", "in"].contains(first)
      && line.prefix(80).contains("the paper")
  }

  private static let selfReferences: Set<String> = [
    "paper", "work", "article", "report", "survey", "study", "thesis", "tutorial", "list", "post",
  ]

  private static let connectives: Set<String> = [
    "another", "similarly", "moreover", "furthermore", "however", "additionally", "also", "but",
    "and", "yet", "so", "now", "finally", "meanwhile", "then", "instead", "likewise", "therefore",
    "thus", "hence", "it", "they", "its", "their", "we've", "consequently", "nevertheless",
    "we also", "we further", "we then", "we have", "in addition", "in contrast", "as a",
    "for example",
    "for instance", "on the", "the result", "the results", "check out", "try it", "read more",
    "learn more", "our results", "our experiments", "our method", "our code",
  ]

  private static let vocabulary: Set<String> = [
    "propose", "proposes", "introduce", "introduces", "introducing", "present", "presents",
    "demonstrate", "demonstrates", "show", "shows", "model", "models", "llm", "llms", "language",
    "training", "trained", "train", "learning", "reasoning", "inference", "method", "methods",
    "framework", "approach", "benchmark", "benchmarks", "experiments", "evaluation", "evaluations",
    "results", "findings", "performance", "accuracy", "dataset", "datasets", "neural", "network",
    "networks", "transformer", "transformers", "attention", "reinforcement", "agents", "agent",
    "context", "prompt", "prompts", "tokens", "token", "parameters", "retrieval", "optimization",
    "algorithm", "state-of-the-art", "baseline", "baselines", "paper", "gpt-4", "sampling-based",
  ]
}
