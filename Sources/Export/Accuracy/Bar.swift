import Activations

/// How good the values of a derivative of some order must be.
package struct Bar: Sendable {
  /// The largest error in ulp.
  package let ulps: Double
  /// The largest error where the derivative passes through 0, in units of 2^−precision; 0 where ulp count there too.
  package let units: Double

  /// 4 ulp of f, 8 of f′, 16 of f″.
  static func of(order: Int) -> Bar {
    switch order {
    case 0: Bar(ulps: 4, units: 0)
    case 1: Bar(ulps: 8, units: 4)
    default: Bar(ulps: 16, units: 16)
    }
  }
}
