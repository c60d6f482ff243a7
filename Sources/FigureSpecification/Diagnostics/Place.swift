/// Where something stands that a user wrote.
package enum Place: Equatable, Sendable {
  /// Nowhere: the program itself put it there.
  case program
  /// The argument with this number, from 1.
  case argument(Int)
  /// A file as a whole, as messages call it.
  case file(String)
  /// A line of a file, and a column where it is known, both from 1; the file as messages call it.
  case line(Int, column: Int? = nil, of: String)

  /// Whether it is a place in a file.
  package var isInFile: Bool {
    switch self {
    case .program, .argument: false
    case .file, .line: true
    }
  }

  /// What stands before a sentence about the place: `Line 3 of 'a.yaml': `, or the file alone.
  var lead: String {
    switch self {
    case .program, .argument: ""
    case .file(let file): file + " "
    case .line(let number, let column, let file):
      "Line \(number) of \(file)" + (column.map { ", column \($0)" } ?? "") + ": "
    }
  }
}
