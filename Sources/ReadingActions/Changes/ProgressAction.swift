import ReadingModel
import ReadingStore

extension Actions {
  /// Sets status, pass and rating of papers; those that have them already are left alone.
  func setProgress(of papers: [PaperID], _ change: ProgressChange) throws -> Outcome {
    if let pass = change.pass, !Progress.passes.contains(pass) {
      throw ActionError.refused(
        "a pass is 0, 1, 2 or 3 (skim, grasp, master), not \(pass); nothing was changed")
    }
    if case .set(let rating) = change.rating, !Progress.ratings.contains(rating) {
      throw ActionError.refused("a rating is 1 to 5, not \(rating); nothing was changed")
    }
    var titles: [String] = []
    var touched: [PaperID] = []
    var changed: [String] = []
    var outcome = try step(papers: [], unchanged: unchanged(titles, change)) { editor, moment in
      for paper in papers {
        let before = try editor.progress(of: paper)
        let title = try editor.title(of: paper)
        titles.append(title)
        guard before.applying(change) != before else { continue }
        if let status = change.status, status != before.status {
          try editor.setStatus(status, of: paper, at: moment)
        }
        if let pass = change.pass, pass != before.pass {
          try editor.setPass(pass, of: paper, at: moment)
        }
        let rating = before.applying(change).rating
        if rating != before.rating { try editor.setRating(rating, of: paper, at: moment) }
        touched.append(paper)
        changed.append(title)
      }
      guard !touched.isEmpty else { return nil }
      return sentence(changed, change, unchanged: papers.count - touched.count)
    }
    outcome.papers = touched
    return outcome
  }

  private func sentence(
    _ titles: [String], _ change: ProgressChange, unchanged: Int
  ) -> String {
    let subject = Sentences.subject(titles)
    var parts: [String] = []
    if let pass = change.pass { parts.append(pass == 0 ? "no pass" : "pass \(pass)") }
    switch change.rating {
    case .set(let rating): parts.append("rated \(rating) of 5")
    case .some(.none): parts.append("rating taken away")
    case nil: break
    }
    var sentence: String
    if let status = change.status {
      sentence = "Marked \(subject) as \(status.rawValue)"
      if !parts.isEmpty { sentence += ", " + parts.joined(separator: ", ") }
    } else {
      sentence = "Set \(subject) to " + parts.joined(separator: ", ")
      if change.pass == nil, case .set(let rating) = change.rating {
        sentence = "Rated \(subject) \(rating) of 5"
      } else if change.pass == nil {
        sentence = "Took the rating of \(subject) away"
      }
    }
    if unchanged > 0 { sentence += " (\(unchanged) already \(unchanged == 1 ? "was" : "were"))" }
    return sentence
  }

  private func unchanged(_ titles: [String], _ change: ProgressChange) -> String {
    let subject = Sentences.subject(titles)
    let verb = titles.count == 1 ? "is" : "are"
    if let status = change.status, change.pass == nil, change.rating == nil {
      return "\(subject) \(verb) \(status.rawValue) already"
    }
    return "\(subject) \(verb) as you want \(titles.count == 1 ? "it" : "them") already"
  }
}

extension Progress {
  fileprivate func applying(_ change: ProgressChange) -> Progress {
    var after = self
    if let status = change.status { after.status = status }
    if let pass = change.pass { after.pass = pass }
    switch change.rating {
    case .set(let rating): after.rating = rating
    case .some(.none): after.rating = nil
    case nil: break
    }
    return after
  }
}
