/// Text that sells something or says good-bye, judged by its words.
enum Adverts {
  /// How much a line sounds like an advert; 3 and more is one by itself.
  static func weight(of text: String) -> Int {
    // Adverts come to the point: the beginning of a long paragraph decides.
    let words = TextWords.of(text, limit: 300)
    var found: Set<String> = []
    var weight = 0
    for (index, word) in words.enumerated() {
      if let value = single[word], found.insert(word).inserted { weight += value }
      guard seconds.contains(word), index > 0 else { continue }
      let pair = "\(words[index - 1]) \(word)"
      if let value = pairs[pair], found.insert(pair).inserted { weight += value }
    }
    return weight
  }

  /// True for a line that offers something to its reader.
  static func isAdvert(_ text: String) -> Bool { weight(of: text) >= 3 }

  /// True for words with which a newsletter takes leave of its readers.
  static func isFarewell(_ text: String) -> Bool {
    guard text.utf8.count <= 600 else { return false }
    let words = TextWords.of(text, limit: 60)
    return words.indices.contains { index in
      farewells[words[index]]?.contains { words[index...].dropFirst().starts(with: $0) } ?? false
    }
  }

  /// True for an advert in the middle of remarks, where the words alone prove little: it says “you” or
  /// “I” as well, or has an address.
  static func isAdvertAmongRemarks(_ text: String, weight: Int) -> Bool {
    guard weight >= 3 else { return false }
    if weight >= 5 || text.contains("://") { return true }
    let words = Set(TextWords.of(text, limit: 300))
    return !words.isDisjoint(with: ["you", "your", "you'll", "i", "i'm", "i've", "my", "me"])
  }

  /// True for a line that speaks to its reader rather than of a work.
  static func speaksToReader(_ text: String) -> Bool {
    let words = TextWords.of(text, limit: 200)
    guard !words.contains("we"), !words.contains("our") else { return false }
    return words.count { ["you", "your", "you'll", "you've", "you're", "yours"].contains($0) } >= 2
  }

  private static let single: [String: Int] = [
    "money-back": 3, "mentoring": 3, "subscribe": 3, "unsubscribe": 3, "sponsor": 3, "sponsored": 3,
    "sponsors": 3, "sponsorship": 3, "e-book": 3, "ebook": 3, "coupon": 3, "enroll": 3, "enrol": 3,
    "patreon": 3, "affiliate": 3, "giveaway": 3, "webinar": 2, "upgrade": 1, "bootcamp": 2,
    "advertise": 3, "advertisement": 3, "masterclass": 1, "newsletter": 1, "course": 1,
    "courses": 1,
    "lessons": 1, "hands-on": 1, "industry-focused": 1, "certified": 1, "certificate": 1,
    "guarantee": 1, "guaranteed": 1, "discount": 2, "career": 1, "mentorship": 3, "instructor": 1,
    "discord": 1, "linkedin": 1, "workshop": 1, "premium": 1, "subscription": 2, "subscriber": 2,
    "subscribers": 2, "tickets": 1, "register": 1, "workshops": 1, "recruiters": 2, "hiring": 2,
    "beginner": 1, "prereq": 1, "budget": 1, "pricing": 1, "deal": 1,
  ]

  private static let pairs: [String: Int] = [
    "sign up": 2, "promo code": 3, "free trial": 3, "use code": 3, "limited time": 3, "buy now": 3,
    "order now": 3, "early bird": 3, "job board": 3, "open roles": 3, "we're hiring": 3,
    "pleased to": 1, "join us": 2, "follow me": 3, "my new": 2, "my book": 3, "new book": 1,
    "learn more": 1, "i offer": 2, "your career": 2, "become an": 1, "brought to": 2,
    "today's sponsor": 3, "our sponsor": 3, "our partner": 2, "share this": 2, "referral link": 3,
    "your friends": 2, "pro tip": 1,
    "real-world impact": 1, "get started": 1, "book a": 1, "paid subscriber": 3, "ship a": 1,
    "your company's": 1, "together with": 1, "a friend": 1, "free access": 2, "download now": 3,
  ]

  /// The second words of the pairs, by which most words are passed over.
  private static let seconds = Set(
    pairs.keys.compactMap { $0.split(separator: " ").last.map { String($0) } })

  /// Phrases of farewell by their first words.
  private static let farewells: [String: [[String]]] = Dictionary(
    grouping: phrases.map { $0.split(separator: " ").map { String($0) } }, by: { $0[0] }
  )
  .mapValues { $0.map { Array($0.dropFirst()) } }

  private static let phrases = [
    "thanks for reading", "thank you for reading", "see you next", "until next", "that's all for",
    "that's it for", "happy reading", "good luck", "stay tuned", "see you in", "have a great week",
    "have a great weekend", "keep learning", "if you enjoyed", "if you liked", "if you like this",
    "if you found this", "feel free to", "let me know", "forwarded this", "was forwarded",
    "all rights reserved", "view in browser", "share this post", "leave a comment",
  ]
}
