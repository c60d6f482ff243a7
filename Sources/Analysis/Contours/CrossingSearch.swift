/// Two places between which a field passes a level.
struct Bracket {
  let level: Double
  /// A place where the value is at most the level.
  let low: Pixel
  let lowValue: Double
  /// A place where it is above.
  let high: Pixel
  let highValue: Double
}

/// What is found between two places on both sides of a level.
enum Crossing: Equatable {
  /// The field is on the level.
  case at(Pixel)
  /// It leaps over the level; what it leaps from and to, NaN where it has no values in between.
  case jump(low: Double, high: Double)
  /// It is on the level somewhere around there: the budget did not reach for more.
  case near(Pixel)

  /// Where a line passes.
  var place: Pixel? {
    switch self {
    case .at(let place), .near(let place): place
    case .jump: nil
    }
  }
}

extension PixelPlane {
  /// What is found in brackets, all of them evaluated side by side; once the budget is spent after some steps, as near as these came.
  func crossings(in brackets: [Bracket], budget: inout ValueBudget) -> [Crossing] {
    var searches = brackets.map(CrossingSearch.init)
    var open = Array(searches.indices)
    var steps = 0
    while !open.isEmpty,
      steps < CrossingSearch.least || budget.allows(CrossingSearch.deepest * open.count)
    {
      steps += 1
      budget.spend(open.count)
      let places = open.map { searches[$0].place }
      for (index, value) in zip(open, values(at: places)) { searches[index].take(value) }
      open.removeAll { searches[$0].outcome != nil }
    }
    return searches.map { $0.outcome ?? $0.guess }
  }
}

/// Closes in on where a field passes a level between two places, until it is near, or is known to leap.
///
/// By false position whose stale end counts half (Illinois), every third step by halves. A bracket that has become short while
/// its values stayed apart is halved further, to some 10⁻¹² of a pixel: at a jump the values stay apart however near.
struct CrossingSearch {
  private let bracket: Bracket
  private let length: Double
  /// Shares of the way from low to high.
  private var (low, high) = (0.0, 1.0)
  /// Values there over the level.
  private var lowGap: Double
  private var highGap: Double
  /// What counts as these at the next step.
  private var lowWeight: Double
  private var highWeight: Double
  private let first: Double
  /// On which side the step before ended.
  private var wasHigh: Bool?
  private var steps = 0
  private var halvings = 0
  private var gapAtHalf = Double.infinity
  private var next = 0.5
  private(set) var outcome: Crossing?

  /// How many steps are made in any case.
  static let least = 8
  /// Within this a crossing is found, in pixels; less on short ways.
  private static let reach = 1.0 / 512
  /// The share of the first difference of values that a field without jumps has left on so short a way.
  private static let shrunk = 1.0 / 64
  /// How often the bracket is halved from there.
  static let deepest = 30

  init(_ bracket: Bracket) {
    self.bracket = bracket
    length = bracket.low.distance(to: bracket.high)
    lowGap = bracket.lowValue - bracket.level
    highGap = bracket.highValue - bracket.level
    (lowWeight, highWeight) = (lowGap, highGap)
    first = highGap - lowGap
    prepare()
  }

  /// Where the field is asked for next.
  var place: Pixel { bracket.low.toward(bracket.high, next) }

  /// Takes the value there.
  mutating func take(_ value: Double) {
    steps += 1
    guard !value.isNaN else {
      outcome = .jump(low: .nan, high: .nan)
      return
    }
    let gap = value - bracket.level
    let isHigh = value > bracket.level
    if isHigh {
      (high, highGap, highWeight) = (next, gap, gap)
      if wasHigh == true { lowWeight /= 2 }
    } else {
      (low, lowGap, lowWeight) = (next, gap, gap)
      if wasHigh == false { highWeight /= 2 }
    }
    wasHigh = isHigh
    judge()
    if outcome == nil { prepare() }
  }

  /// The longest bracket that is short.
  private var reach: Double { min(Self.reach, length / 256) }

  private mutating func judge() {
    guard (high - low) * length <= reach else { return }
    let gap = highGap - lowGap
    if gap <= Self.shrunk * first, first < .infinity {
      outcome = .at(bracket.low.toward(bracket.high, crossing))
      return
    }
    halvings += 1
    if halvings == Self.deepest / 2 { gapAtHalf = gap }
    if halvings >= Self.deepest {
      let isApart = !(gap < 0.75 * gapAtHalf)
      outcome =
        isApart
        ? .jump(low: lowGap + bracket.level, high: highGap + bracket.level)
        : .at(bracket.low.toward(bracket.high, crossing))
    }
  }

  /// What is likely while nothing is known.
  var guess: Crossing {
    (highGap - lowGap).isFinite
      ? .near(bracket.low.toward(bracket.high, crossing)) : .jump(low: .nan, high: .nan)
  }

  /// Where a straight line between the values of a short bracket is on the level.
  private var crossing: Double {
    let share = -lowGap / (highGap - lowGap)
    return share.isFinite ? low + share * (high - low) : (low + high) / 2
  }

  private mutating func prepare() {
    let middle = (low + high) / 2
    guard (high - low) * length > reach, steps % 3 != 2 else {
      next = middle
      return
    }
    let guess = low - lowWeight / (highWeight - lowWeight) * (high - low)
    guard guess.isFinite, lowWeight.isFinite, highWeight.isFinite else {
      next = middle
      return
    }
    // A little beyond what is nearly found, so that the bracket closes from both sides.
    let least = min(reach / 2 / length, (high - low) / 2)
    next = min(max(guess, low + least), high - least)
  }
}
