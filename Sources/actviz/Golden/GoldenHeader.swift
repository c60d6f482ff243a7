import Activations
import FigureSpecification

/// A golden set as a C header: an array of bit patterns for the inputs and for each quantity.
struct GoldenHeader {
  private let set: GoldenSet

  init(_ set: GoldenSet) { self.set = set }

  /// Bit patterns a line.
  private static let width = 8

  var text: String {
    let guardName = "\(set.name)_\(set.type.rawValue)_golden_h".uppercased()
    return """
      /* Inputs of \(set.function.label) and its results in \(set.type.rawValue), correctly rounded, as bit patterns.
         actviz \(Version.current): \(set.command)
         The comments in \(prefix)_x tell why inputs are there. */
      #ifndef \(guardName)
      #define \(guardName)

      #include <stdint.h>

      enum { \(prefix)_count = \(set.count) };

      \(set.columns.map(array).joined(separator: "\n"))
      #endif

      """
  }

  private var prefix: String { "\(set.name)_\(set.type.rawValue)" }

  private func array(_ column: (name: String, values: [Double])) -> String {
    var (body, start) = ("", 0)
    for group in set.groups {
      let end = start + group.bits.count
      if column.name == "x" { body += "    /* \(start): \(group.reason.text) */\n" }
      body += lines(column.values[start..<end])
      start = end
    }
    let element = "uint\(set.type.bitWidth)_t"
    return
      "static const \(element) \(prefix)_\(column.name)[\(set.count)] = {\n\(body)};\n"
  }

  private func lines(_ values: ArraySlice<Double>) -> String {
    let words = values.map { set.type.text(ofBits: set.type.bitPattern(of: $0)) }
    return stride(from: 0, to: words.count, by: Self.width).map { first in
      "    " + words[first..<min(first + Self.width, words.count)].joined(separator: ", ") + ",\n"
    }.joined()
  }
}
