import Activations

/// How far a function is from relu over the whole line.
public struct DistanceToRelu: Equatable, Sendable {
  /// The supremum of |f − relu|; infinite where it has no bound.
  public let supremum: Double
  /// Where it is, ±∞ where it is approached there.
  public let x: Double
  /// The square root of ∫ (f − relu)²; infinite where the integral has no bound, NaN where f is not defined everywhere.
  public let l2: Double

  init(_ survey: Survey, ends: (left: End, right: End), slopeZeros: [Double], isSymmetric: Bool) {
    var candidates = survey.distanceCandidates(leftZeros: slopeZeros)
    let reaches = (survey.line.reaches(-1), survey.line.reaches(1))
    candidates.append((-.infinity, reaches.0 ? ends.left.distance(fromSlope: 0) : 0))
    candidates.append((.infinity, reaches.1 ? ends.right.distance(fromSlope: 1) : 0))
    var best = (x: 0.0, value: 0.0)
    for (x, value) in candidates where value > best.value * (1 + 0x1p-40) { best = (x, value) }
    // A turn so far out is one of rounding, where f comes to its asymptote.
    if best.value.isFinite, abs(best.x) > 0x1p20,
      let end = candidates.suffix(2).first(where: { abs($0.1 - best.value) <= 0x1p-40 * best.value }
      )
    {
      best = end
    }
    supremum = best.value
    x = best.x
    guard survey.line.isWhole else {
      l2 = .nan
      return
    }
    let hasSquare = survey.line.hasSquare
    let isBounded = hasSquare && candidates.suffix(2).allSatisfy { $0.1 == 0 }
    let left = isBounded ? survey.squaredDistance(-1) : .infinity
    let right = isBounded && !isSymmetric ? survey.squaredDistance(1) : left
    l2 = (left + right).squareRoot()
  }
}

extension End {
  /// How far the asymptote is from slope·x, far out.
  fileprivate func distance(fromSlope wanted: Double) -> Double {
    slope == wanted ? abs(offset ?? .infinity) : .infinity
  }
}

extension Survey {
  /// f − relu at a point; what rounding of x leaves of it is 0.
  private func difference(at x: Double) -> Double {
    let y = value(0, at: x)
    guard x > 0 else { return y }
    return abs(y - x) <= 16 * x.ulp ? 0 : y - x
  }

  /// Where |f − relu| can be largest, those on the left first, and nearer to 0.
  fileprivate func distanceCandidates(leftZeros: [Double]) -> [(Double, Double)] {
    let xs =
      [0] + leftZeros.filter { $0 < 0 } + signs(1, minus: 1).zeros.filter { $0 > 0 }
      + kinks.flatMap { [$0.x, Self.beside($0.x, -1), Self.beside($0.x, 1)] }
    let poles = line.breaks.filter { $0.kind == .pole }.map { ($0.x, Double.infinity) }
      .sorted { abs($0.0) < abs($1.0) }
    let (left, right) = (xs.filter { $0 <= 0 }.sorted(by: >), xs.filter { $0 > 0 }.sorted())
    let ends = line.breaks.filter { $0.kind != .pole }.flatMap { place in
      [(place.left, place.place.lowerBound), (place.right, place.place.upperBound)]
        .filter { $0.0 != .undefined }.map(\.1)
    }
    return poles
      + (left + right + ends).map { ($0, abs(difference(at: $0))) }.filter { !$0.1.isNaN }
  }

  /// ∫ (f − relu)² over one half of the line.
  ///
  /// On the right it ends where the rounding of x hides the difference. From there on the tail goes
  /// on as a power of x, fitted to its last octave.
  fileprivate func squaredDistance(_ side: Double) -> Double {
    var reach = 0x1p60
    if side > 0 {
      while reach > 2, abs(difference(at: reach)) <= 0x1p-46 * reach { reach /= 2 }
    }
    let activation = activation
    let sum = Quadrature.integral(over: knots(side, upTo: reach)) { xs in
      zip(xs, activation.columns([.f], at: xs)[0]).map { x, y in
        let difference = x > 0 ? y - x : y
        return difference * difference
      }
    }
    let (last, before) = (
      abs(difference(at: side * reach)), abs(difference(at: side * reach / 2))
    )
    guard last > 0, before > 0 else { return sum }
    let power = Libm.log(before / last) / 0.6931471805599453
    return power > 0.501 ? sum + last * last * reach / (2 * power - 1) : .infinity
  }
}
