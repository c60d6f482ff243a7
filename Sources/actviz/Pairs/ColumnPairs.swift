import Activations

/// Numbers of one type that stand one behind the other, read in batches.
///
/// Owns the open file that they are in.
final class NumberColumn {
  private var input: ByteInput
  let element: NpyElement
  /// How many there are; nil where the file's end tells.
  let count: Int?
  private var taken = 0

  init(_ input: consuming ByteInput, _ element: NpyElement, count: Int?) {
    self.input = input
    self.element = element
    self.count = count
  }

  var name: String { input.name }

  /// Appends the next numbers, at most `limit` of them; none behind the last.
  ///
  /// Throws a `Failure` (65) where the file has fewer than it says.
  func read(_ limit: Int, into numbers: inout [Double]) throws(Failure) {
    let wanted = min(limit, count.map { $0 - taken } ?? limit, (1 << 16) / element.width)
    guard wanted > 0 else { return }
    try input.fill(wanted * element.width)
    let whole = min(wanted, input.pending.count / element.width)
    guard whole == wanted || count == nil && input.pending.count % element.width == 0 else {
      let ofAll = count.map { " of \($0)" } ?? ""
      throw Failure(.data, "\(input.name) ends behind number \(taken + whole)\(ofAll).")
    }
    input.buffer.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress.map({ $0 + input.pending.lowerBound }) else { return }
      element.append(whole, at: start, stride: element.width, to: &numbers)
    }
    input.take(whole * element.width)
    taken += whole
    // What stands at the end of an archive's member is checked once it is read.
    if taken == count { try input.fill(1) }
  }
}

/// Pairs whose x, y and third stand apart: in rows of an array, in two files, in members of an archive.
struct ColumnPairs: PairFormat {
  private let columns: [NumberColumn]
  private let name: String

  /// Columns of equal length; throws a `Failure` (65) where they are not.
  init(_ columns: [NumberColumn], named name: String) throws(Failure) {
    self.columns = columns
    self.name = name
    let counts = columns.compactMap(\.count)
    guard Set(counts).count < 2 else {
      let text = counts.map(String.init).joined(separator: " and ")
      throw Failure(.data, "\(name) have \(text) numbers; as many y are wanted as there are x.")
    }
  }

  var type: FloatType? { columns[columns.count - 1].element.type }

  mutating func next(_ limit: Int, from input: inout ByteInput) throws(Failure) -> PairRows? {
    var pairs = Pairs()
    // As many of each as fit the smallest buffer.
    let limit = min(limit, (1 << 16) / (columns.map(\.element.width).max() ?? 1))
    for (index, column) in columns.enumerated() {
      let place = [\Pairs.xs, \Pairs.ys, \Pairs.thirds][index]
      try column.read(limit, into: &pairs[keyPath: place])
    }
    guard columns.count < 2 || pairs.ys.count == pairs.xs.count,
      columns.count < 3 || pairs.thirds.count == pairs.xs.count
    else {
      throw Failure(.data, "\(name) have not equally many numbers.")
    }
    return pairs.count > 0 ? PairRows(pairs) : nil
  }
}
