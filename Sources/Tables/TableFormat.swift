/// A format that a table of any length can be streamed in.
///
/// The raw value is the format's name on the command line.
public enum TableFormat: String, CaseIterable, Sendable {
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

  /// The file extensions that mean this format, without the dot, the usual one first.
  public var fileExtensions: [String] {
    switch self {
    case .csv: ["csv"]
    case .tsv: ["tsv", "tab"]
    case .json: ["json"]
    case .ndjson: ["ndjson", "jsonl"]
    case .markdown: ["md", "markdown"]
    }
  }

  /// The format that a file extension means, in any case and without its dot; `nil` if none.
  public init?(fileExtension: String) {
    let wanted = fileExtension.lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(wanted) }) else {
      return nil
    }
    self = format
  }

  /// Whether infinities and NaN are quoted: JSON has no numbers for them.
  var quotesNonFinite: Bool {
    self == .json || self == .ndjson
  }
}
