import Activations
import Analysis
import FigureSpecification

extension PlotRequest {
  /// Refuses a domain in which there is no value of the type.
  func checkValues(of type: FloatType, _ settings: Settings) throws {
    guard let reference else { return }
    let distance = UlpDistance(of: reference, from: reference, in: type)
    guard distance.points(.f, over: domain).isEmpty else { return }
    throw settings.noValue(of: type)
  }
}

extension Settings {
  /// No value of a type lies in the x-range.
  func noValue(of type: FloatType) -> Problem {
    let range = last(Keys.xRange)?.value ?? "-5:5"
    return problem(
      Keys.xRange, or: Keys.type,
      "No \(type.rawValue) value lies in \(Keys.xRange.name) \(range); widen it.")
  }
}
