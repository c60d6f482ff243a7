/// A format that a table of any length can be streamed in.
///
/// The raw value is the format's name on the command line.
package enum TableFormat: String, CaseIterable, Sendable {
  /// Comma-separated values as in RFC 4180, with `\n` as the line end.
  case csv
  /// Tab-separated values; a backslash escapes tabs, line ends and backslashes in names.
  case tsv
  /// One JSON array of objects, one object a line.
  case json
  /// One JSON object a line, without an array around them.
  case ndjson
  /// A pipe table as GitHub renders it.
  case markdown
  /// A NumPy file with one structured array, little endian; singles stand in for bfloat16.
  case npy
  /// Nothing but the numbers of each row, little endian, as wide as their type.
  case raw

  /// The file extensions that mean this format, without the dot, the usual one first.
  package var fileExtensions: [String] {
    switch self {
    case .csv: ["csv"]
    case .tsv: ["tsv", "tab"]
    case .json: ["json"]
    case .ndjson: ["ndjson", "jsonl"]
    case .markdown: ["md", "markdown"]
    case .npy: ["npy"]
    case .raw: ["raw", "bin"]
    }
  }

  /// The format that a file extension means, in any case and without its dot; `nil` if none.
  package init?(fileExtension: String) {
    let wanted = fileExtension.lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(wanted) }) else {
      return nil
    }
    self = format
  }

  /// Whether it is text, which a terminal can show.
  package var isText: Bool { self != .npy && self != .raw }

  /// Whether the number of rows has to be known before the first of them is written.
  package var needsRowCount: Bool { self == .npy }
}
