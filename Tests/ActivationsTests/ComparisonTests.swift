import Testing

@testable import Activations

/// Columns that are compared in vector registers against what is said of single values.
@Suite struct ComparisonTests {
  /// Values near the truth and far from it, special ones, and steps against it.
  private static func columns(_ count: Int, _ type: FloatType, _ seed: UInt64) -> (
    xs: [Double], values: [Double], truths: [Double]
  ) {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let special = [
      0, -0.0, .nan, .infinity, -.infinity, 1, type.leastNormalMagnitude, 1e308,
      .leastNonzeroMagnitude,
    ]
    let truths = (0..<count).map { _ in
      random(9) == 0
        ? type.rounded(special[random(9)])
        : type.rounded(
          Double(sign: .plus, exponent: random(60) - 30, significand: 1 + Double(random(999)) / 999)
        )
    }
    let values = truths.map { truth in
      switch random(6) {
      case 0: truth
      case 1: special[random(9)]
      case 2: truth + Double(random(9) - 4) * type.ulp(of: truth) / 2
      case 3: -truth
      default: truth + type.ulp(of: truth)
      }
    }
    let xs = (0..<count).map { row in
      random(40) == 0 ? special[random(9)] : Double(row % 50) - 20
    }
    return (xs, values, truths)
  }

  @Test(
    "Errors, runs and steps are those of single rows in registers of every width",
    arguments: FloatType.allCases)
  func singleRows(type: FloatType) {
    for (seed, count) in [0, 1, 2, 7, 8, 9, 63, 64, 65, 130, 1000].enumerated() {
      let (xs, values, truths) = Self.columns(count, type, UInt64(seed))
      let errors = zip(values, truths).map { abs(type.ulps(of: $0, from: $1)) }
      let starts = xs.indices.filter { row in
        row == 0 || !(xs[row] > xs[row - 1]) || (xs[row] < 0) != (xs[row - 1] < 0)
      }
      let against = xs.indices.filter { row in
        guard row > 0, !starts.contains(row) else { return false }
        return values[row] < values[row - 1] && truths[row] > truths[row - 1]
          || values[row] > values[row - 1] && truths[row] < truths[row - 1]
      }
      for tier in VectorKernel.Tier.usable {
        let found = Comparison(values, with: truths, at: xs, as: type, tier: tier)
        #expect(found.errors == errors)
        #expect(Array(found.wrong) == errors.indices.filter { errors[$0] > 0 })
        #expect(Array(found.units) == errors.indices.filter { errors[$0] == 1 })
        #expect(Array(found.starts) == starts && Array(found.against) == against)
        let rows = zip(values, truths)
        #expect(found.counts.nan == rows.filter { $0.isNaN && !$1.isNaN }.count)
        #expect(found.counts.infinite == rows.filter { $0.isInfinite && $1.isFinite }.count)
        #expect(found.counts.zero == rows.filter { $0 == 0 && $1 != 0 && !$1.isNaN }.count)
        if count > 0 {
          let sizes = xs.map(\.magnitude.bitPattern)
          #expect(found.magnitudes.greatest == sizes.max() && found.magnitudes.least == sizes.min())
        }
      }
    }
  }

  @Test("The least, the greatest and the first error above a threshold are found")
  func summaries() {
    let (xs, values, truths) = Self.columns(500, .f32, 77)
    var found = Comparison(values, with: truths, at: xs, as: .f32)
    for rows in [0..<500, 3..<4, 100..<107, 90..<250, 401..<500] {
      for threshold in [0, 1, 1e9, .infinity] {
        let sum = found.summary(rows, above: threshold)
        let errors = found.errors[rows]
        #expect(sum.least.error == errors.min() && sum.greatest.error == errors.max())
        #expect(sum.least.row == errors.firstIndex(of: sum.least.error))
        #expect(sum.greatest.row == errors.firstIndex(of: sum.greatest.error))
        #expect(sum.above == errors.filter { $0 > threshold }.count)
        #expect(sum.firstAbove == errors.firstIndex { $0 > threshold })
      }
    }
    // Of infinite errors alone the first one is told.
    found.setErrors { _, _ in .infinity }
    let wrong = Array(found.wrong)
    #expect(found.summary(wrong[0]..<wrong[0] + 1, above: 1).least.row == wrong[0])
    found.setErrors { row, _ in row == wrong[1] ? 1 : 0 }
    #expect(Array(found.wrong) == [wrong[1]] && Array(found.units) == [wrong[1]])
  }
}
