import Activations

// Bounds on the errors of exponentials of several registers: each summand's own, weighted by its share.

extension ErrorKernel {
  /// ln Σ e^u, whose slopes are weighted means.
  @inline(never)
  func logSumExp(_ registers: [BoundedRegister]) {
    each { i in
      let jets = registers.map { Summand($0, i, partials) }
      let total = Mean(jets, moved: nil)
      let result = out.value.value[i]
      let greatest = jets.reduce(-Double.infinity) { max($0, $1.value) }
      out.error.value[i] =
        total.error + Self.rounding(result) + 3 * unitRoundoff * (result - greatest)
      guard wants(.x) else { return }
      out.error[.x][i] = total.slopeError + 4 * unitRoundoff * total.slope
      guard wants(.xx) else { return }
      // A slope that errs moves the spread around it by its square alone, but for rounding.
      out.error[.xx][i] =
        total.bendError + 6 * unitRoundoff * total.bend
        + 2 * total.slope * (total.slopeError + 4 * unitRoundoff * total.slope)
    }
  }

  /// 1/(1 + Σ e^(u − a)).
  @inline(never)
  func share(_ registers: [BoundedRegister]) {
    each { i in
      let own = Summand(a, i, partials)
      let total = Mean([own] + registers.map { Summand($0, i, partials) }, moved: own)
      let p = out.value.value[i]
      let relative = total.error + 3 * unitRoundoff
      out.error.value[i] = p * relative + (p < 0x1p-1021 ? 0x1p-1074 : 0)
      guard wants(.x) else { return }
      let slopeError = total.slopeError + total.slope * (total.error + 5 * unitRoundoff)
      out.error[.x][i] = p * slopeError + (p < 0x1p-1021 ? 0x1p-1074 : 0)
      guard wants(.xx) else { return }
      let size = 2 * total.slope * total.slope + total.bend
      out.error[.xx][i] =
        p * (4 * total.slope * total.slopeError + total.bendError)
        + p * size * (total.error + 7 * unitRoundoff) + (p < 0x1p-1021 ? 0x1p-1074 : 0)
    }
  }
}

/// One of several registers at a place, with what each of its columns errs by.
private struct Summand {
  let value, error: Double
  let slope, slopeError: Double
  let bend, bendError: Double

  init(_ register: BoundedRegister, _ i: Int, _ partials: Partials) {
    func column(_ partial: Partial) -> (Double, Double) {
      guard partials.contains(partial) else { return (0, 0) }
      return (register.value[partial][i], register.error[partial][i])
    }
    (value, error) = column(.value)
    (slope, slopeError) = column(.x)
    (bend, bendError) = column(.xx)
  }
}

/// Means of what summands err by, and of the sizes of their slopes and bends, by the shares of their exponentials.
private struct Mean {
  var error = 0.0
  var slope = 0.0
  var slopeError = 0.0
  var bend = 0.0
  var bendError = 0.0

  /// Of summands as they are, or less another, which then weighs nothing by itself.
  init(_ summands: [Summand], moved: Summand?) {
    let greatest = summands.reduce(-Double.infinity) { max($0, $1.value) }
    let weights = summands.map {
      $0.value == greatest ? 1 : Libm.exp($0.value - greatest)
    }
    let sum = weights.reduce(0, +)
    let from = moved == nil ? 0 : 1
    for index in from..<summands.count where weights[index] != 0 {
      error += weights[index] / sum * (summands[index].error + (moved?.error ?? 0))
    }
    for index in from..<summands.count where weights[index] != 0 {
      let summand = summands[index]
      let share = weights[index] / sum
      let own = summand.error + (moved?.error ?? 0) + error
      let tilt = (summand.slope - (moved?.slope ?? 0)).magnitude
      let tiltError =
        summand.slopeError + (moved?.slopeError ?? 0) + (moved == nil ? 0 : unitRoundoff * tilt)
      slope += share * tilt
      slopeError += share * (tilt * own + tiltError)
      let turn = tilt * tilt + (summand.bend - (moved?.bend ?? 0)).magnitude
      let turnError = summand.bendError + (moved?.bendError ?? 0)
      bend += share * turn
      bendError += share * (turn * own + 2 * tilt * tiltError + turnError)
    }
  }
}
