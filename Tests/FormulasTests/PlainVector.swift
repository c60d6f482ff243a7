import Foundation

@testable import Formulas

/// Components as they are defined, with the functions of the C library.
enum PlainVector {
  /// max(0, u − τ)ᵖ, τ halved down to where these add up to 1.
  private static func sparse(_ place: Int, _ operands: [Double], power: Double) -> Double {
    let greatest = operands.max() ?? 0
    var (low, high) = (greatest - 1, greatest)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      let sum = operands.reduce(0) { $0 + pow(Swift.max(0, $1 - middle), power) }
      (low, high) = sum > 1 ? (middle, high) : (low, middle)
    }
    return pow(Swift.max(0, operands[place] - low), power)
  }

  static func component(_ place: Int, of function: VectorFunction, _ operands: [Double])
    -> Double
  {
    let powers = operands.map { exp(function == .softmin ? -$0 : $0) }
    let share = powers[place] / powers.reduce(0, +)
    switch function {
    case .softmax, .softmin: return share
    case .logSoftmax: return log(share)
    case .sparsemax: return sparse(place, operands, power: 1)
    case .entmax15: return sparse(place, operands.map { $0 / 2 }, power: 2)
    }
  }
}
