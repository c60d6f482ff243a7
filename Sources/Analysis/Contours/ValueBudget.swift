/// How many values of a field a search for its lines may still ask for: noise has lines everywhere, and so many need not be exact.
struct ValueBudget {
  private(set) var left: Int

  /// For each coarse cell along the side of a square picture.
  ///
  /// Lines grow with the side, not with the area. Nine levels of waves nine cells long, in a picture of 75 cells a side, take two
  /// thirds of it.
  private static let share = 10_000.0

  init(cells: Int) {
    left = Int(Self.share * Double(cells).squareRoot())
  }

  /// Whether as many values, and as many again, are left: what comes later is to find some too.
  func allows(_ count: Int) -> Bool { 2 * count <= left }

  mutating func spend(_ count: Int) { left = max(0, left - count) }

  /// Those things that can be paid for, the cheapest first, in the order given; of those that cost the same all or none.
  func affordable<Thing>(_ things: [(thing: Thing, price: Int)]) -> (now: [Thing], never: [Thing]) {
    let totals = Dictionary(grouping: things.map(\.price)) { $0 }.mapValues { $0.reduce(0, +) }
    var (total, limit) = (0, -1)
    for (price, all) in totals.sorted(by: { $0.key < $1.key }) {
      guard allows(total + all) else { break }
      (total, limit) = (total + all, price)
    }
    return (
      things.filter { $0.price <= limit }.map(\.thing),
      things.filter { $0.price > limit }.map(\.thing)
    )
  }
}
