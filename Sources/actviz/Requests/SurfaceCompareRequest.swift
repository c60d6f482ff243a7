import Activations
import Analysis
import FigureSpecification
import Formulas
import Tables

/// What to compare of functions of two variables, in plain values.
struct SurfaceCompareRequest {
  let functions: [Function]
  let reference: Function
  let quantities: [SurfaceQuantity]
  /// The square.
  let area: Rectangle
  /// Whether the values at the places told are proved.
  let isProved: Bool

  /// What settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, _ reader: FunctionReader, _ functions: [Function]) throws {
    let reference = try reader.reference() ?? functions[0]
    let all = functions + [reference]
    if let other = all.first(where: { $0.surface == nil }) {
      let surface = all.first { $0.surface != nil }?.name ?? ""
      let sentence: Sentence =
        "\(other.name) is a function of x alone, and \(surface) one of x and y: they have no difference."
      throw functions.contains(other)
        ? settings.problem(Keys.functions, sentence) : settings.problem(Keys.reference, sentence)
    }
    self.functions = try settings.named(functions)
    self.reference = reference
    quantities = try settings.value(Keys.surfaceQuantities)
    if let other = quantities.first(where: { ![.f, .fx, .fy].contains($0) }) {
      throw settings.problem(
        Keys.surfaceQuantities,
        "compare measures f, fx and fy of functions of x and y, not \(other.rawValue); table has its values."
      )
    }
    if settings.has(Keys.type) {
      throw settings.problem(
        Keys.type,
        "compare counts ulps of functions of x alone; 'actviz check' counts those of values of functions of x and y."
      )
    }
    area = Rectangle(x: try settings.value(Keys.xRange), y: try settings.value(Keys.yDomain))
    isProved = settings[Keys.exact]
  }

  /// One row of measures a function and quantity; what is proved of them is counted.
  func report(_ proofs: inout ProofCount) -> Report {
    var report = Report(columns: [
      "function", "quantity", "at_0", "argmin_x", "argmin_y", "min", "argmax_error_x",
      "argmax_error_y", "max_error", "mean_error", "rms_error", "squared_error", "digits",
      "argmax_slope_x", "argmax_slope_y", "max_slope",
    ])
    let total = functions.count * quantities.count
    ProgressLine.begin(.init("measures", counting: "quantities", total: total))
    for function in functions {
      for quantity in quantities {
        defer { ProgressLine.progress.advance(1) }
        guard
          var measures = PlaneMeasures(quantity, of: function, against: reference, over: area)
        else { continue }
        if isProved {
          measures = measures.proved(quantity, of: function, against: reference)
          proofs.add(measures.proofs)
        }
        report.rows.append(
          [.text(function.title ?? function.label), .text(quantity.rawValue)] + measures.cells)
      }
    }
    return report
  }
}

extension PlaneMeasures {
  /// The measures in the order of `compare`'s columns.
  fileprivate var cells: [Report.Cell] {
    let slope: [Report.Cell] =
      slopeBound.map { Self.cells($0) } ?? [.none, .none, .none]
    return [.number(valueAtZero)] + Self.cells(minimum) + Self.cells(supremumDistance)
      + [meanDistance?.value, rootMeanSquare?.value, squaredDistance].map {
        $0.map(Report.Cell.number) ?? .none
      } + [rootMeanSquare.map { .number(Double($0.digits)) } ?? .none] + slope
  }

  private static func cells(_ extremum: PlaneExtremum) -> [Report.Cell] {
    [extremum.place.x, extremum.place.y, extremum.value].map(Report.Cell.number)
  }
}
