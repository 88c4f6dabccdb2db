/// The lists that a new library starts with, embedded in the program.
public enum SeedLists {
  /// The documents in the order the lists pane shows them, as UTF-8 in Lectern's list format.
  public static var documents: [[UInt8]] {
    [
      PackageResources.reading_order_md,
      PackageResources.papers_you_should_know_md,
      PackageResources.weekly_2025_02_24_md,
      PackageResources.paper_notes_md,
      PackageResources.private_links_md,
    ]
  }
}
