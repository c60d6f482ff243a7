import Activations
import Figures

/// The errors of implementations over x, and in the plane over y too, a panel each, both axes symmetric-logarithmic.
///
/// A stem a pixel column, as high as the largest error in it; where errors are dense, a band from the smallest to the
/// largest with their median: a million rows make a small file.
struct ErrorFigure {
  private let results: [CheckResult]

  /// What the errors stand over.
  private struct Axis {
    let label: String
    /// The rows of every result, in the axis's order.
    let rows: [[Tally.Row]]
    let stretch: Stretch

    let scale: ScaleKind

    /// In the plane an axis is even unless coordinates are of very different sizes.
    init(_ label: String, _ rows: [[Tally.Row]], inPlane: Bool) {
      self.label = label
      self.rows = rows
      stretch = Stretch(of: rows)
      scale =
        inPlane && !stretch.isWide ? .linear : .symlog(constant: stretch.constant)
    }
  }

  private let axes: [Axis]

  /// The errors of one or more implementations of one function.
  init(_ results: [CheckResult]) {
    self.results = results
    let isOfPlane = results.contains { $0.quantity.isOfTwoVariables }
    let overX = Axis("$x$", results.map(\.tally.rows), inPlane: isOfPlane)
    let overY = isOfPlane ? [Axis("$y$", results.map(\.tally.rowsOverY), inPlane: true)] : []
    axes = [overX] + overY
  }

  /// The figure, with the title given or one that says what was checked.
  func figure(size: Size, title: String?) -> Figure {
    let columns = axes.map { axis in
      let scale = Scale(domain: axis.stretch.domain, start: 0, end: size.width, kind: axis.scale)
      return axis.rows.map { ErrorColumns($0, on: scale) }
    }
    // What is infinite rises above all that has a place on the axis.
    let largest = columns.joined().map(\.largest).max() ?? 0
    let panels = results.indices.flatMap { index in
      axes.indices.map { axis in
        panel(
          results[index], columns[axis][index], over: axes[axis], top: 4 * max(1, largest))
      }
    }
    var figure = Figure(
      title: title ?? defaultTitle, xLabel: axes[0].label, xDomain: axes[0].stretch.domain,
      xScale: axes[0].scale, panels: panels, size: size)
    figure.sharesYDomain = true
    return figure
  }

  private func panel(
    _ result: CheckResult, _ columns: ErrorColumns, over axis: Axis, top: Double
  ) -> Figure.Panel {
    var panel = Figure.Panel(
      title: results.count > 1
        ? "\(RichText.escaped(result.fileName)) in \(result.tally.type)" : nil,
      yLabel: "error of \(result.quantity.typeset) in ulp",
      curves: curves(columns, limit: result.limit, over: axis.stretch.domain, top: top),
      yScale: .symlog(constant: 1))
    if columns.areDense {
      panel.bands = [Band(name: "smallest to largest", polygons: columns.band, style: 0)]
    }
    if axes.count > 1 {
      (panel.xLabel, panel.xDomain, panel.xScale) = (axis.label, axis.stretch.domain, axis.scale)
      panel.values = 0...max(1, columns.largest)
    }
    return panel
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

  private func curves(
    _ columns: ErrorColumns, limit: Double?, over domain: ClosedRange<Double>, top: Double
  ) -> [Curve] {
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
      curves.append(
        Curve(
          name: "limit: $\(FigureNames.tex(limit, digits: 4))$ ulp",
          segments: [[domain.lowerBound, domain.upperBound].map { Point(x: $0, y: limit) }],
          style: 2))
    }
    return curves
  }
}
