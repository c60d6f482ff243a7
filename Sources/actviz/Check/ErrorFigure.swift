import Activations
import Figures

/// The errors of implementations over x, a panel each, both axes symmetric-logarithmic.
///
/// A stem a pixel column, as high as the largest error in it; where errors are dense, a band from the smallest to the
/// largest with their median: a million rows make a small file.
struct ErrorFigure {
  private let results: [CheckResult]
  private let stretch: Stretch

  /// The errors of one or more implementations of one function.
  init(_ results: [CheckResult]) {
    self.results = results
    stretch = Stretch(of: results.map(\.tally.rows))
  }

  /// The figure, with the title given or one that says what was checked.
  func figure(size: Size, title: String?) -> Figure {
    let scale = Scale(
      domain: stretch.domain, start: 0, end: size.width,
      kind: .symlog(constant: stretch.constant))
    let columns = results.map { ErrorColumns($0.tally.rows, on: scale) }
    // What is infinite rises above all that has a place on the axis.
    let largest = columns.map(\.largest).max() ?? 0
    let panels = zip(results, columns).map { result, columns in
      var panel = Figure.Panel(
        title: results.count > 1
          ? "\(RichText.escaped(result.fileName)) in \(result.tally.type)" : nil,
        yLabel: "error of \(result.quantity.typeset) in ulp",
        curves: curves(columns, limit: result.limit, top: 4 * max(1, largest)),
        yScale: .symlog(constant: 1))
      if columns.areDense {
        panel.bands = [Band(name: "smallest to largest", polygons: columns.band, style: 0)]
      }
      return panel
    }
    var figure = Figure(
      title: title ?? defaultTitle, xLabel: "$x$", xDomain: stretch.domain,
      xScale: .symlog(constant: stretch.constant), panels: panels, size: size)
    figure.sharesYDomain = true
    return figure
  }

  private var defaultTitle: String {
    guard results.count == 1, let result = results.first else {
      return (results.first.map { "\(FigureNames(of: [$0.function]).legend($0.function)): " } ?? "")
        + "errors of \(results.count) files"
    }
    let name = FigureNames(of: [result.function]).legend(result.function)
    return "\(name) in \(result.tally.type): errors of "
      + RichText.escaped(result.fileName)
  }

  private func curves(_ columns: ErrorColumns, limit: Double?, top: Double) -> [Curve] {
    var curves = [
      columns.areDense
        ? Curve(name: "median", segments: columns.medians, style: 0)
        : Curve(name: "", segments: columns.stems, style: 0)
    ]
    let infinite = columns.columns.compactMap(\.infinite)
    if !infinite.isEmpty {
      curves.append(
        Curve(
          name: "infinite: NaN or ±∞ is wrong",
          segments: infinite.map { [Point(x: $0, y: 0), Point(x: $0, y: top)] },
          style: 1))
    }
    if let limit {
      let ends = [stretch.domain.lowerBound, stretch.domain.upperBound]
      curves.append(
        Curve(
          name: "limit: $\(FigureNames.tex(limit, digits: 4))$ ulp",
          segments: [ends.map { Point(x: $0, y: limit) }],
          style: 2))
    }
    return curves
  }
}
