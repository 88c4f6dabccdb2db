import ReadingModel
import Terminal

/// The prompt that asks for what a list shall be called, or where its entries shall go.
struct ImportWishPrompt: Equatable, Sendable {
  /// What is asked for.
  enum Wish: Equatable, Sendable {
    case slug, title, issued
  }

  let wish: Wish
  let list: ImportRequest.ListPlace
  var input: LineInput
  /// The slugs there are, for Tab.
  let slugs: [String]
  /// What Tab goes through, and the word it shows.
  private(set) var cycle: (words: [String], index: Int)?

  init(
    _ wish: Wish, of list: ImportRequest.ListPlace, text: String, slugs: [String] = []
  ) {
    self.wish = wish
    self.list = list
    self.slugs = slugs
    input = LineInput(text)
  }

  static func == (left: ImportWishPrompt, right: ImportWishPrompt) -> Bool {
    left.wish == right.wish && left.list == right.list && left.input == right.input
      && left.slugs == right.slugs && left.cycle?.words == right.cycle?.words
      && left.cycle?.index == right.cycle?.index
  }

  /// The slugs that the text can become, and which of them it shows.
  var words: (words: [String], index: Int?) {
    if let cycle { return (cycle.words, cycle.index) }
    return (slugs.filter { $0.hasPrefix(input.text) && $0 != input.text }, nil)
  }

  /// Puts the next slug in the place of the text, or the one before.
  mutating func complete(by step: Int) {
    let words = words.words
    guard !words.isEmpty else { return }
    let next = cycle.map { ($0.index + step + words.count) % words.count }
    let index = next ?? (step > 0 ? 0 : words.count - 1)
    cycle = (words, index)
    input.replaceText(with: words[index])
  }

  /// Takes a text that was typed.
  mutating func take(_ typed: LineInput) {
    if typed.text != input.text { cycle = nil }
    input = typed
  }
}

extension BrowserModel {
  /// Begins to ask for what the list under the cursor shall be.
  mutating func openImportWish(_ wish: ImportWishPrompt.Wish) -> [Effect] {
    guard case .importing(let layer)? = layers.last, let list = layer.list,
      let planned = layer.preview?[list]
    else { return [] }
    let text =
      switch wish {
      // A slug is completed from nothing; the present one is the first that Tab shows.
      case .slug: ""
      case .title: planned.title
      case .issued: planned.issued ?? ""
      }
    let slugs = [planned.slug] + lists.items.compactMap(\.slug).filter { $0 != planned.slug }
    layers.append(
      .importWish(
        ImportWishPrompt(wish, of: list, text: text, slugs: wish == .slug ? slugs : [])))
    return []
  }

  /// Handles an event in the prompt on top.
  mutating func type(_ prompt: ImportWishPrompt, _ event: TerminalEvent) -> [Effect]? {
    var prompt = prompt
    switch event {
    case .key(.escape):
      layers.removeLast()
      return []
    case .key(.enter):
      layers.removeLast()
      return take(prompt)
    case .key(.tab): prompt.complete(by: 1)
    case .key(.backTab): prompt.complete(by: -1)
    default:
      var input = prompt.input
      if input.handle(event) == .unhandled { return nil }
      prompt.take(input)
    }
    layers[layers.count - 1] = .importWish(prompt)
    return []
  }

  private mutating func take(_ prompt: ImportWishPrompt) -> [Effect] {
    let text = prompt.input.text
    guard text.contains(where: { !$0.isWhitespace }) else { return [] }
    if prompt.wish == .issued, text.utf8.count != 10 || ISOWeek.name(of: text) == nil {
      refuse("“\(text)” is no day; write it as in 2025-11-01.")
      return []
    }
    let stands = lists.items.contains { $0.slug == text }
    return planAnew { layer in
      var wish = layer.request.lists[prompt.list] ?? ImportRequest.ListWish()
      switch prompt.wish {
      case .slug:
        layer.dropGone(of: prompt.list)
        layer.chosenLists.insert(prompt.list)
        wish.slug = text
        // A list that is chosen to take entries in stays what it is.
        wish.keepsHead = stands
      case .title: wish.title = SafeText.line(text)
      case .issued: wish.issued = text
      }
      layer.request.lists[prompt.list] = wish
    }
  }

  /// Makes the list under the cursor one of the next kind.
  mutating func changeImportKind() -> [Effect] {
    guard case .importing(let layer)? = layers.last, let list = layer.list,
      let kind = layer.preview?[list].kind
    else { return [] }
    let kinds = ListKind.allCases
    let index = kinds.firstIndex(of: kind) ?? 0
    return planAnew { layer in
      layer.request.lists[list, default: ImportRequest.ListWish()].kind =
        kinds[(index + 1) % kinds.count]
    }
  }

  /// Draws the prompt, and above it the slugs that it can become.
  func draw(_ prompt: ImportWishPrompt, into surface: inout Surface) {
    let (label, hint) =
      switch prompt.wish {
      case .slug: ("List: ", "a new name, or Tab for one there is")
      case .title: ("Title: ", "")
      case .issued: ("Issued: ", "a day, such as 2025-11-01")
      }
    drawPrompt(label, prompt.input, side: StyledRun(hint, .dim), into: &surface)
    let (words, index) = prompt.words
    drawWords(words, chosen: index, row: size.rows - 2, into: &surface)
  }
}
