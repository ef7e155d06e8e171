/// Something of one report, by the report's index and its own.
public struct ReportItem: Hashable, Comparable, Sendable {
  /// Index of the report.
  public let report: Int
  /// Index in that report's array.
  public let index: Int

  /// Creates a reference.
  public init(report: Int, index: Int) {
    self.report = report
    self.index = index
  }

  /// Orders by report, then by index.
  public static func < (a: ReportItem, b: ReportItem) -> Bool {
    (a.report, a.index) < (b.report, b.index)
  }
}
