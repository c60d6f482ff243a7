import Activations
import Figures

/// The errors of implementations over x, a panel each, both axes symmetric-logarithmic.
///
/// A stem a pixel column, as high as the largest error in it: a million rows make a small file.
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
    let columns = results.map { self.columns(of: $0, count: Int(size.width)) }
    // What is infinite rises above all that has a place on the axis.
    let largest = columns.joined().lazy.map(\.error).filter(\.isFinite).max() ?? 0
    let panels = zip(results, columns).map { result, columns in
      Figure.Panel(
        title: results.count > 1
          ? "\(RichText.escaped(result.fileName)) in \(result.tally.type)" : nil,
        yLabel: "error of \(result.quantity.typeset) in ulp",
        curves: curves(columns, limit: result.limit, top: 4 * max(1, largest)),
        yScale: .symlog(constant: 1))
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

  private func curves(_ columns: [Tally.Row], limit: Double?, top: Double) -> [Curve] {
    let stems = columns.filter { $0.error.isFinite }.map { column in
      [Point(x: column.x, y: 0)] + (column.error > 0 ? [Point(x: column.x, y: column.error)] : [])
    }
    var curves = [Curve(name: "", segments: stems, style: 0)]
    let infinite = columns.filter { $0.error == .infinity }
    if !infinite.isEmpty {
      curves.append(
        Curve(
          name: "infinite: NaN or ±∞ is wrong",
          segments: infinite.map { [Point(x: $0.x, y: 0), Point(x: $0.x, y: top)] },
          style: 1))
    }
    if let limit {
      let ends = [stretch.domain.lowerBound, stretch.domain.upperBound]
      curves.append(
        Curve(
          name: "limit: \(Decimal.text(limit)) ulp",
          segments: [ends.map { Point(x: $0, y: limit) }],
          style: 2))
    }
    return curves
  }

  /// The row with the largest error in every pixel column that has rows, and the largest finite
  /// one where that is infinite.
  private func columns(of result: CheckResult, count: Int) -> [Tally.Row] {
    let scale = Scale(
      domain: stretch.domain, start: 0, end: Double(count),
      kind: .symlog(constant: stretch.constant))
    var columns: [Tally.Row] = []
    var column = -1.0
    var worst: (finite: Tally.Row?, infinite: Tally.Row?) = (nil, nil)
    for row in result.tally.rows where stretch.domain.contains(row.x) {
      let position = scale.position(row.x).rounded(.down)
      if position != column {
        columns += [worst.finite, worst.infinite].compactMap(\.self)
        (column, worst) = (position, (nil, nil))
      }
      if row.error == .infinity {
        worst.infinite = row
      } else if row.error > worst.finite?.error ?? -1 {
        worst.finite = row
      }
    }
    return columns + [worst.finite, worst.infinite].compactMap(\.self)
  }
}
