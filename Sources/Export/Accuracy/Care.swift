import Activations

/// How closely code is looked at before it is taken.
package enum Care: Sendable {
  /// At thousands of points, each argument far below its default and far above it: code that is published.
  case published
  /// At some hundred points: code that draws curves and reads them off, as an interactive page does.
  ///
  /// With arguments, which take the values of a range alone, 10^−12 of each value is enough.
  case page

  /// One in how many points is looked at.
  var step: Int { self == .page ? 4 : 1 }

  /// How many terms of a series are looked at: their proof costs more than twice as much for twice as many.
  func terms(_ type: FloatType) -> Int {
    switch self {
    case .published: type == .f32 ? 60 : 100
    case .page: 36
    }
  }

  /// Up to which |x| it is looked: an axis of a page reaches no farther, and beyond that products overflow.
  var reach: Double { self == .page ? 1e300 : .infinity }

  /// How much of its bar code without arguments may use: what is published leaves a part to a language's own exp and log, whose errors
  /// a sum multiplies.
  var share: Double { self == .page ? 1 : 0.75 }

  /// How good values of the derivative of an order must be.
  func bar(order: Int, hasArguments: Bool) -> Bar {
    guard self == .page, hasArguments else { return .of(order: order) }
    // 4096 ulp are 10^−12; a quarter is left to what lies between the points.
    return Bar(ulps: 3072, units: 64)
  }
}

extension [Truth] {
  /// How much of its bar code may use; where arguments leave few forms, all of it.
  var share: Double { count == 1 ? self[0].care.share : 1 }
}
