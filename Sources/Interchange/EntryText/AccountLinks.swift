import ReadingModel

/// Links to the account of a reader, which mails have below their content: “Manage your feeds”.
enum AccountLinks {
  /// True for the words of such a link.
  static func areNamed(by text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = TextWords.of(SafeText.folded(text), limit: 8)
    guard let first = words.first, words.count <= 7 else { return false }
    return first == "unsubscribe" || text.lowercased() == "view in browser"
      || (verbs.contains(first) && words.contains(where: things.contains))
  }

  private static let verbs: Set<String> = [
    "manage", "change", "update", "edit", "adjust", "customize", "cancel", "stop", "list", "see",
    "view",
    "read", "open",
  ]

  private static let things: Set<String> = [
    "settings", "preferences", "preference", "feeds", "subscription", "subscriptions", "alerts",
    "alert", "notifications", "emails", "browser", "recommendations", "account",
  ]
}
