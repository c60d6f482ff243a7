import Testing

@testable import Activations

/// Columns that are compared in vector registers against what is said of single values.
@Suite struct ComparisonTests {
  /// Values of 64 rows in turn that are right, at most some ulp off, or anything, over an x that goes up.
  private static func words(_ count: Int, _ type: FloatType, _ seed: UInt64) -> (
    xs: [Double], values: [Double], truths: [Double]
  ) {
    var (xs, values, truths) = columns(64 * count, type, seed)
    for row in xs.indices {
      // Every other word begins where x does, or falls, or changes its sign.
      xs[row] = Double(row % 192) - (row % 384 < 192 ? 100 : -5)
      guard row >> 6 % 4 != 3 else { continue }
      if !truths[row].isFinite || truths[row] == 0 { truths[row] = 1.5 }
      let ulps = Double((row &* 7919 >> 3) % 5 - 2)
      values[row] = row >> 6 % 4 == 0 ? truths[row] : truths[row] + ulps * type.ulp(of: truths[row])
    }
    return (xs, values, truths)
  }

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
    let counts = [0, 1, 2, 7, 8, 9, 63, 64, 65, 130, 1000]
    var columns =
      counts.enumerated().map { Self.columns($1, type, UInt64($0)) }
      + [1, 2, 9, 40].map { Self.words($0, type, 5) }
    // The same as numbers of the type.
    columns += columns.map { columns in
      (
        columns.xs.map(type.rounded), columns.values.map(type.rounded),
        columns.truths.map(type.rounded)
      )
    }
    for (xs, values, truths) in columns {
      let errors = zip(values, truths).map { abs(type.ulps(of: $0, from: $1)) }
      let starts = xs.indices.filter { row in
        row == 0 || !(xs[row] > xs[row - 1]) || (xs[row] < 0) != (xs[row - 1] < 0)
      }
      let against = xs.indices.filter { row in
        guard row > 0, !starts.contains(row) else { return false }
        return values[row] < values[row - 1] && truths[row] > truths[row - 1]
          || values[row] > values[row - 1] && truths[row] < truths[row - 1]
      }
      // What is no number of the type makes it a column of doubles.
      let isOfType = [xs, values, truths].joined().allSatisfy { $0.isNaN || type.rounded($0) == $0 }
      let asSingles = type == .f32 && isOfType ? [false, true] : [false]
      for (tier, isSingle) in VectorKernel.Tier.usable.flatMap({ tier in
        asSingles.map { (tier, $0) }
      }) {
        func column(_ numbers: [Double]) -> FloatColumn {
          isSingle ? FloatColumn(numbers.map(Float.init)) : FloatColumn(numbers)
        }
        let found = Comparison(
          column(values), with: column(truths), at: column(xs), as: type, tier: tier)
        #expect((0..<found.count).map(found.error) == errors)
        #expect(Array(found.wrong) == errors.indices.filter { errors[$0] > 0 })
        #expect(Array(found.units) == errors.indices.filter { errors[$0] == 1 })
        #expect(Array(found.starts) == starts && Array(found.against) == against)
        let rows = zip(values, truths)
        #expect(found.counts.nan == rows.filter { $0.isNaN && !$1.isNaN }.count)
        #expect(found.counts.infinite == rows.filter { $0.isInfinite && $1.isFinite }.count)
        #expect(found.counts.zero == rows.filter { $0 == 0 && $1 != 0 && !$1.isNaN }.count)
        if !xs.isEmpty {
          let sizes = xs.map(\.magnitude.bitPattern)
          #expect(found.magnitudes.greatest == sizes.max() && found.magnitudes.least == sizes.min())
        }
      }
    }
  }

  @Test("The least, the greatest and the first error above a threshold are found")
  func summaries() {
    let (xs, values, truths) = Self.columns(500, .f32, 77)
    var found = Comparison(
      FloatColumn(values), with: FloatColumn(truths), at: FloatColumn(xs), as: .f32)
    var units = found
    units.setErrors { row, _ in row % 3 == 0 || row > 405 ? 1 : 0 }
    for (rows, found) in [0..<500, 3..<4, 100..<107, 90..<250, 401..<500, 64..<128, 410..<449]
      .flatMap({ [($0, found), ($0, units)] })
    {
      for threshold in [-1, 0, 0.5, 1, 1e9, .infinity] {
        let sum = found.summary(rows, above: threshold)
        let errors = rows.map(found.error)
        #expect(sum.least.error == errors.min() && sum.greatest.error == errors.max())
        #expect(sum.least.row - rows.lowerBound == errors.firstIndex(of: sum.least.error))
        #expect(sum.greatest.row - rows.lowerBound == errors.firstIndex(of: sum.greatest.error))
        #expect(sum.above == errors.filter { $0 > threshold }.count)
        #expect(sum.firstAbove == rows.first { found.error($0) > threshold })
      }
    }
    // Of infinite errors alone the first one is told.
    found.setErrors { _, _ in .infinity }
    let wrong = Array(found.wrong)
    #expect(found.summary(wrong[0]..<wrong[0] + 1, above: 1).least.row == wrong[0])
    found.setErrors { row, _ in row == wrong[1] ? 1 : 0 }
    #expect(Array(found.wrong) == [wrong[1]] && Array(found.units) == [wrong[1]])
  }

  @Test("Singles at any address are read as doubles")
  func singles() {
    let numbers: [Float] = [1.5, -0, .infinity, 0x1p-149, -.pi, 3, 1e38, -1e-38, 7, 8, 9]
    let bytes: [UInt8] = [0] + numbers.flatMap { withUnsafeBytes(of: $0, Array.init) }
    let read = bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { [Double](singles: $0 + 1, count: numbers.count) }
    }
    #expect(read?.map(\.bitPattern) == numbers.map { Double($0).bitPattern })
  }

  @Test(
    "A binade ends at another sign or exponent, a zero at another number", arguments: [false, true])
  func binades(asSingles: Bool) {
    func column(_ numbers: [Double]) -> FloatColumn {
      asSingles ? FloatColumn(numbers.map(Float.init)) : FloatColumn(numbers)
    }
    let numbers = column(
      (0..<300).map { 1 + Double($0) / 300 } + [2, 3, -3, -2]
        + [Double](repeating: -0.0, count: 200))
    let ends = [0, 150, 299, 300, 301, 302, 304, 503].map { numbers.endOfBinade(from: $0) }
    #expect(ends == [300, 300, 300, 302, 302, 304, 504, 504])
    #expect(column([.infinity, .infinity, .nan, 0, -0.0]).endOfBinade(from: 0) == 2)
    #expect(
      column([.leastNonzeroMagnitude, 0x1p-1070, 1]).endOfBinade(from: 0) == (asSingles ? 2 : 1))
  }

  @Test("Subnormal singles are of the binades that they have as doubles")
  func subnormalBinades() {
    let numbers = (1...5000).map { Float(bitPattern: $0) }
    let (singles, doubles) = (FloatColumn(numbers), FloatColumn(numbers.map(Double.init)))
    for start in [0, 1, 2, 3, 6, 1022, 1023, 2047, 4095, 4999] {
      #expect(singles.endOfBinade(from: start) == doubles.endOfBinade(from: start))
    }
    #expect(singles.doubles == numbers.map(Double.init) && singles[4] == 5 * 0x1p-149)
  }
}
