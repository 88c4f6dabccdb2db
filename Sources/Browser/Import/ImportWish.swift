import ReadingModel

/// What the reader can want of an imported list.
enum ImportWish: Equatable, Sendable {
  /// Under which slug it is kept.
  case slug
  case title
  /// The day on which it was issued.
  case issued
}

extension BrowserModel {
  /// Begins to ask for what the list under the cursor shall be.
  mutating func openImportWish(_ wish: ImportWish) -> [Effect] {
    guard case .importing(let layer)? = layers.last, let list = layer.list,
      let planned = layer.preview?[list]
    else { return [] }
    let purpose = LinePrompt.Purpose.wish(wish, list)
    let prompt: LinePrompt
    switch wish {
    case .slug:
      // A slug is completed from nothing; the present one is the first that Tab shows.
      let others = lists.items.compactMap(\.slug).filter { $0 != planned.slug }
      prompt = LinePrompt(
        label: "List: ", purpose: purpose, hint: "a new name, or Tab for one there is",
        completion: .line([planned.slug] + others))
    case .title: prompt = LinePrompt(label: "Title: ", text: planned.title, purpose: purpose)
    case .issued:
      prompt = LinePrompt(
        label: "Issued: ", text: planned.issued ?? "", purpose: purpose,
        hint: "a day, such as 2025-11-01")
    }
    layers.append(.line(prompt))
    return []
  }

  /// Plans anew with what the list shall be.
  mutating func take(
    _ text: String, as wish: ImportWish, of list: ImportRequest.ListPlace
  ) -> [Effect] {
    let stands = lists.items.contains { $0.slug == text }
    return planAnew { layer in
      var wanted = layer.request.lists[list] ?? ImportRequest.ListWish()
      switch wish {
      case .slug:
        layer.dropGone(of: list)
        layer.chosenLists.insert(list)
        wanted.slug = text
        // A list that is chosen to take entries in stays what it is.
        wanted.keepsHead = stands
      case .title: wanted.title = SafeText.line(text)
      case .issued: wanted.issued = text
      }
      layer.request.lists[list] = wanted
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
}
