/// A format for a small table that people read, such as the measures that `compare` prints.
///
/// The raw value is the format's name on the command line.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// Plain text in aligned columns.
  case text
  /// Comma-separated values as in RFC 4180, with `\n` as the line end.
  case csv
  /// One JSON array of objects, one object a line.
  case json
  /// A pipe table as GitHub renders it.
  case markdown

  /// The file extensions that mean this format, without the dot, the usual one first.
  package var fileExtensions: [String] {
    switch self {
    case .text: ["txt", "text"]
    case .csv: ["csv"]
    case .json: ["json"]
    case .markdown: ["md", "markdown"]
    }
  }
}
