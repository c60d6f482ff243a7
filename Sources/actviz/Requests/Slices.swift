import Activations
import FigureSpecification
import Formulas

/// Functions of x and y as curves over x, one for each of some values of y.
struct Slices {
  /// The functions themselves, before y has a value.
  let whole: [Function]
  /// What of them is shown.
  let quantities: [SurfaceQuantity]

  /// The slices that settings ask for, of functions with a value for y.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, of whole: [Function], _ slices: [Function]) throws(Problem) {
    self.whole = whole
    quantities = try settings.value(Keys.surfaceQuantities)
    for quantity in quantities where quantity.slice.slopesInY > 0 {
      guard let function = slices.first(where: { $0.slope(inY: quantity.slice.slopesInY) == nil })
      else { continue }
      throw settings.problem(
        Keys.quantities,
        "\(quantity.rawValue) of \(function.name) has derivatives that the language has no word for."
      )
    }
  }
}

extension FunctionGroup.Member {
  /// The member with what a view shows of it: of slices the derivative in y.
  func differentiated(for view: View) -> FunctionGroup.Member {
    guard let order = view.partial?.slice.slopesInY, order > 0 else { return self }
    var member = self
    member.function = function.slope(inY: order) ?? function
    return member
  }
}

extension Settings {
  /// The values of y that slices are for.
  ///
  /// Throws a `Problem`.
  func sliceList() throws(Problem) -> [Double] {
    if let slices = try value(Keys.slices) {
      guard !has(Keys.yRange) else {
        throw problem(
          Keys.yRange,
          """
          \(Keys.yRange.name) is the domain of y, and \(Keys.slices.name) lists its values; \(Keys.zRange.name) is the \
          y-axis of slices.
          """)
      }
      return slices
    }
    guard has(Keys.yRange) else { return [-2, -1, 0, 1, 2] }
    return Grid(try value(Keys.yDomain), count: 5).all
  }
}
