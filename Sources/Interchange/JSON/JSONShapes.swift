public import ReadingModel

/// What the commands print with `--json`: the shapes that scripts rely on.
///
/// Every key is always there, in one order; what is not known is null. Dates are ISO 8601.
public enum JSONShapes {
  /// `lists --json`: an array of the lists with their counts.
  public static func lists(_ lists: [ListSummary]) -> JSON {
    .array(
      lists.map { list in
        .object(
          heading(of: list) + [
            JSON.Member("entries", .number(list.entries)), JSON.Member("read", .number(list.read)),
            JSON.Member("skipped", .number(list.skipped)),
          ])
      })
  }

  /// `list --json`: a list with its entries by section, in order.
  ///
  /// An entry is `gone` when the list has it no more and it is kept for what the reader did with it.
  /// - Parameters:
  ///   - list: The list.
  ///   - papers: Its entries in order; entries that follow one another under the same heading make
  ///     one section.
  public static func list(_ list: ListSummary, papers: [ListedPaper]) -> JSON {
    var sections: [(title: String?, entries: [JSON])] = []
    for paper in papers {
      if sections.last?.title != paper.section || sections.isEmpty {
        sections.append((paper.section, []))
      }
      sections[sections.count - 1].entries.append(
        .object(entry(paper) + [JSON.Member("gone", .boolean(paper.isGone))]))
    }
    let values = sections.map { section in
      JSON.object([
        JSON.Member("title", .text(section.title)),
        JSON.Member("entries", .array(section.entries)),
      ])
    }
    return .object(heading(of: list) + [JSON.Member("sections", .array(values))])
  }

  /// `search --json`: an array of the papers that match, each with the place where it does.
  public static func search(_ papers: [ListedPaper]) -> JSON {
    .array(papers.map { .object(entry($0) + [JSON.Member("snippet", .text($0.snippet?.text))]) })
  }

  /// `show --json`: one paper with everything the library knows about it.
  ///
  /// Position and remark are those of the first list it stands in.
  public static func show(_ detail: PaperDetail) -> JSON {
    let first = detail.memberships.first
    let facts = entry(
      position: first?.position, key: detail.key, paper: detail.paper, progress: detail.progress,
      tags: detail.tags, remark: first?.remark ?? "")
    return .object(
      facts + [
        JSON.Member("abstract", .text(detail.paper.abstract)),
        JSON.Member("short_name", .text(detail.paper.shortName)),
        JSON.Member("venue", .text(detail.paper.venue)),
        JSON.Member("identifiers", .strings(detail.paper.identifiers.map(\.key))),
        JSON.Member("lists", .array(detail.memberships.map(membership))),
        JSON.Member("notes", .array(detail.notes.map(note))),
        JSON.Member("prerequisites", .strings(detail.prerequisites.map(\.key))),
        JSON.Member("required_by", .strings(detail.requiredBy.map(\.key))),
      ])
  }

  /// `note --list --json`: an array of a paper's notes, oldest first.
  public static func notes(_ notes: [Note]) -> JSON { .array(notes.map(note)) }

  /// `note --diff --json`: an array of the lines of both texts, each with what became of it: `same`,
  /// `removed` or `added`.
  public static func difference(_ difference: NoteDifference) -> JSON {
    .array(
      difference.lines.map { line in
        let kind =
          switch line.kind {
          case .same: "same"
          case .removed: "removed"
          case .added: "added"
          }
        return .object([
          JSON.Member("kind", .string(kind)), JSON.Member("text", .string(line.text)),
        ])
      })
  }

  /// `next --json`: an array of what to read next, with the list it follows and the reason.
  public static func next(_ suggestions: [NextUp]) -> JSON {
    .array(
      suggestions.map { suggestion in
        let row = suggestion.row
        return .object([
          JSON.Member("position", .number(row.position)), JSON.Member("key", .string(row.key)),
          JSON.Member("title", .string(row.title)), JSON.Member("authors", .strings(row.authors)),
          JSON.Member("year", .integer(row.year)),
          JSON.Member("status", .string(row.progress.status.rawValue)),
          JSON.Member("list", .text(suggestion.list)),
          JSON.Member("reason", .string(suggestion.reason)),
        ])
      })
  }

  /// `path --json`: an array of the papers on the way to one, that one last.
  public static func path(_ chain: [GraphNode]) -> JSON {
    .array(
      chain.map { node in
        .object([
          JSON.Member("position", node.position > 0 ? .number(node.position) : .null),
          JSON.Member("key", .string(node.key)), JSON.Member("title", .string(node.title)),
          JSON.Member("status", .string(node.status.rawValue)),
        ])
      })
  }

  /// `stats --json`: one object with the day, the streak, the papers read by day and by year, the
  /// papers by status, every list with its pace, and the sections of which least is read.
  ///
  /// `done_lately` counts the papers of a list that were read or skipped in the last 28 days;
  /// `expected_end` is the day that this pace leads to, null where there is none.
  public static func statistics(_ statistics: ReadingStatistics) -> JSON {
    .object([
      JSON.Member("today", .string(statistics.today.text)),
      JSON.Member(
        "streak",
        .object([
          JSON.Member("current", .number(statistics.streak.current)),
          JSON.Member("longest", .number(statistics.streak.longest)),
        ])),
      JSON.Member(
        "statuses",
        .object(
          Status.allCases.map {
            JSON.Member($0.rawValue, .number(statistics.statuses[$0] ?? 0))
          })),
      JSON.Member(
        "days",
        .array(
          statistics.readings.sorted { $0.key < $1.key }.map { day, papers in
            .object([
              JSON.Member("day", .string(day.text)), JSON.Member("papers", .number(papers)),
            ])
          })),
      JSON.Member(
        "years",
        .array(
          statistics.years.map {
            .object([
              JSON.Member("year", .integer($0.year)), JSON.Member("read", .number($0.read)),
            ])
          })),
      JSON.Member("lists", .array(statistics.lists.map(burnDown))),
      JSON.Member("blind_spots", .array(statistics.blindSpots.map(section))),
    ])
  }

  private static func burnDown(_ burnDown: BurnDown) -> JSON {
    .object([
      JSON.Member("slug", .string(burnDown.list.slug)),
      JSON.Member("title", .string(burnDown.list.title)),
      JSON.Member("entries", .number(burnDown.list.entries)),
      JSON.Member("left", .number(burnDown.left)),
      JSON.Member("done_lately", .number(burnDown.recentlyDone)),
      JSON.Member("expected_end", .text(burnDown.expectedEnd?.text)),
    ])
  }

  private static func section(_ section: ReadingRecord.SectionCount) -> JSON {
    .object([
      JSON.Member("list", .string(section.list)), JSON.Member("section", .text(section.section)),
      JSON.Member("entries", .number(section.entries)),
      JSON.Member("read", .number(section.read)),
      JSON.Member("skipped", .number(section.skipped)),
    ])
  }

  /// `history --json`: an array of the steps, in the order given.
  public static func history(_ steps: [HistoryStep]) -> JSON {
    .array(
      steps.map { step in
        .object([
          JSON.Member("id", .number(Int(step.id))), JSON.Member("label", .string(step.label)),
          JSON.Member("at", .string(step.at)), JSON.Member("revisited", .text(step.revisited)),
          JSON.Member("state", .string(step.state.rawValue)),
        ])
      })
  }

  // MARK: Parts

  private static func heading(of list: ListSummary) -> [JSON.Member] {
    [
      JSON.Member("slug", .string(list.slug)), JSON.Member("title", .string(list.title)),
      JSON.Member("kind", .string(list.kind.rawValue)), JSON.Member("issued", .text(list.issued)),
    ]
  }

  private static func entry(_ listed: ListedPaper) -> [JSON.Member] {
    entry(
      position: listed.position, key: listed.key, paper: listed.paper, progress: listed.progress,
      tags: listed.tags, remark: listed.remark)
  }

  private static func entry(
    position: Int?, key: String, paper: Paper, progress: Progress, tags: [String], remark: String
  ) -> [JSON.Member] {
    func identifier(_ scheme: IdentifierScheme) -> String? {
      paper.identifiers.first { $0.scheme == scheme }?.value
    }
    func link(_ kind: Link.Kind) -> String? { paper.links.first { $0.kind == kind }?.url }
    return [
      JSON.Member("position", .integer(position)), JSON.Member("key", .string(key)),
      JSON.Member("title", .string(paper.title)), JSON.Member("authors", .strings(paper.authors)),
      JSON.Member("year", .integer(paper.year)), JSON.Member("arxiv", .text(identifier(.arxiv))),
      JSON.Member("doi", .text(identifier(.doi))),
      JSON.Member("url", .text(link(.paper) ?? identifier(.url))),
      JSON.Member("code", .text(link(.code))),
      JSON.Member("status", .string(progress.status.rawValue)),
      JSON.Member("pass", .number(progress.pass)),
      JSON.Member("rating", .integer(progress.rating)), JSON.Member("tags", .strings(tags)),
      JSON.Member("remark", .string(remark)),
    ]
  }

  private static func membership(_ membership: Membership) -> JSON {
    .object([
      JSON.Member("slug", .string(membership.slug)),
      JSON.Member("section", .text(membership.section)),
      JSON.Member("position", .number(membership.position)),
      JSON.Member("remark", .string(membership.remark)),
      JSON.Member("gone", .boolean(membership.isGone)),
    ])
  }

  private static func note(_ note: Note) -> JSON {
    .object([
      JSON.Member("id", .number(Int(note.id.rawValue))), JSON.Member("body", .string(note.body)),
      JSON.Member("created", .string(note.created)), JSON.Member("updated", .string(note.updated)),
      JSON.Member("versions", .number(note.versions)),
    ])
  }
}
