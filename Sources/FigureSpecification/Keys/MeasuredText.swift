import Activations
import Figures

// How measured values stand in a figure file.
extension Measured {
  /// The values as text: the name, then a line `X,Y` or `X,Y,ERROR` each, in numbers that are read back exactly.
  package var text: String {
    let rows = points.indices.map { index in
      let row = [points[index].x, points[index].y] + (errors.isEmpty ? [] : [errors[index]])
      return row.map { Decimal.text($0) }.joined(separator: ",")
    }
    return ([name.isEmpty ? "points" : name] + rows).map { $0 + "\n" }.joined()
  }
}

extension ValueReaders {
  /// Reads ``Measured/text``; what is wrong is named with its line.
  static func measured(_ text: String, _ key: KeyName) throws(Problem) -> Measured {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let name = try richText(String(lines.first ?? ""), key)
    var measured = Measured(name: name, points: [])
    for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy({ $0 == " " }) {
      let numbers = line.split(separator: ",", omittingEmptySubsequences: false).map { field in
        number(field.filter { $0 != " " })
      }
      let values = numbers.compactMap(\.self)
      let width = measured.errors.isEmpty ? 2 : 3
      guard values.count == numbers.count, values.count == width || measured.points.isEmpty,
        (2...3).contains(values.count)
      else {
        var problem = Problem(
          key,
          """
          \(key) is a name and then lines of two numbers X,Y, or of three X,Y,ERROR each, but one is '\(line)'.
          """)
        problem.line = index
        throw problem
      }
      measured.points.append(Point(x: values[0], y: values[1]))
      if values.count == 3 { measured.errors.append(values[2]) }
    }
    guard !measured.points.isEmpty else {
      throw Problem(key, "\(key) has no points: give a line X,Y each below the name.")
    }
    return measured
  }
}
