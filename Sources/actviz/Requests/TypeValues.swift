import Activations
import Analysis

extension PlotRequest {
  /// Refuses a domain in which there is no value of the type.
  func checkValues(of type: FloatType, xRange: String?) throws {
    guard let reference else { return }
    let distance = UlpDistance(of: reference, from: reference, in: type)
    guard distance.points(.f, over: domain).isEmpty else { return }
    throw Failure.noValue(of: type, in: xRange)
  }
}

extension Failure {
  /// No value of a type lies in the x-range.
  static func noValue(of type: FloatType, in xRange: String?) -> Failure {
    Failure(.usage, "No \(type) value lies in --x-range \(xRange ?? "-5:5"); widen it.")
  }
}
