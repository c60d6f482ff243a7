/// What one evaluation came to.
enum Attempt {
  case limits([Limit?])
  case obstacle(Obstacle)

  var obstacle: Obstacle? {
    if case .obstacle(let obstacle) = self { obstacle } else { nil }
  }

  /// That of both sides; where one has no value, that of the other.
  func mean(_ other: Attempt, _ arithmetic: Arithmetic) -> Attempt {
    switch (self, other) {
    case (.obstacle(.undefined), _): return other
    case (_, .obstacle(.undefined)): return self
    case (.obstacle, _): return self
    case (_, .obstacle): return other
    case (.limits(let a), .limits(let b)):
      return .limits(
        zip(a, b).map { a, b in
          a.flatMap { a in b.flatMap { Limit.mean(a, $0, arithmetic) } }
        })
    }
  }
}
