import FigureSpecification
import Figures

// Files of measured values are read once, before anything is made of them.
extension Setting {
  /// More points than a panel can show, and than a picture should carry.
  private static let mostPoints = 20_000

  /// The values that a file holds, in place of its name.
  ///
  /// Throws a `Failure`: 66 where it cannot be read, 65 where it holds what it should not.
  func readingPoints(in folder: FigureFolder) throws -> Setting {
    let (file, columns) = Self.parts(of: value)
    if let columns, !(2...3).contains(columns.count) || columns.contains("") {
      throw problem("\(key.name) takes two columns or three, FILE:X,Y,ERROR, not '\(value)'.")
    }
    var measured = Measured(name: Self.name(of: file, columns), points: [])
    do {
      var pairs = try PairFile(
        opening: folder.path(of: file),
        PairReading(columns: columns.map(PairColumns.chosen) ?? .measured))
      while let batch = try pairs.next() {
        measured.points += zip(batch.xs, batch.ys).map { Point(x: $0, y: $1) }
        measured.errors += batch.thirds
        guard measured.points.count <= Self.mostPoints else {
          throw Failure(
            .data, "\(pairs.name) has more than \(Self.mostPoints) points; a figure shows no more.")
        }
      }
    } catch let failure as Failure {
      // Whose line it is says the failure itself.
      throw place.isInFile && failure.status == .noInput
        ? Failure(failure.status, problem("\(failure.sentence)").text) : failure
    }
    return Setting(Keys.data.key, measured.text, at: place)
  }

  /// The file, and the columns that stand behind its last colon.
  private static func parts(of text: String) -> (file: String, columns: [String]?) {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      text[colon...].contains(","), !text[colon...].contains("/")
    else { return (text, nil) }
    let columns = text[text.index(after: colon)...].split(
      separator: ",", omittingEmptySubsequences: false
    ).map { String($0.drop { $0 == " " }) }
    return (String(text[..<colon]), columns)
  }

  /// What the legend calls points: the file's name without folder and extension, and y where it was chosen by name.
  private static func name(of file: String, _ columns: [String]?) -> String {
    let stem = file == "-" ? "points" : FigureFolder.stem(of: file)
    guard let y = columns?[1], Int(y) == nil else { return RichText.escaped(stem) }
    return RichText.escaped("\(stem), \(y)")
  }
}
