import Activations
import Formulas
import Testing

@testable import Analysis

/// How many values level lines take, and what they are where not all can be exact.
@Suite struct LevelLineCostTests {
  private static let levels = [-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8]

  /// The values that lines on a square of 300 pixels take.
  private func cost(of field: @escaping (Point) -> Double, at levels: [Double]) -> Int {
    let axis = PixelAxis(-5...5, length: 300)
    nonisolated(unsafe) var count = 0
    let sampler = SurfaceSampler(x: axis, y: axis) { points in
      count += points.count
      return points.map(field)
    }
    let grid = sampler.grid()
    count = 0
    _ = sampler.lines(at: levels, beside: grid)
    return count
  }

  /// A number from -1 to 1 that is another one at each point.
  private func random(_ point: Point) -> Double {
    var bits = point.x.bitPattern &* 0x9E37_79B9_7F4A_7C15
    bits ^= point.y.bitPattern &* 0xC2B2_AE3D_27D4_EB4F
    bits = (bits ^ bits >> 29) &* 0xBF58_476D_1CE4_E5B9
    return Double((bits ^ bits >> 32) >> 11) * 0x1p-52 - 1
  }

  @Test func `Noise takes a million values at most`() {
    for levels in [[0], Self.levels] {
      #expect(cost(of: { Libm.sin(1e5 * $0.x * $0.y) }, at: levels) < 1_000_000)
      #expect(cost(of: { Libm.sin(40 * $0.x) * Libm.sin(37 * $0.y) }, at: levels) < 1_000_000)
      #expect(cost(of: { $0.y * Libm.sin(1 / $0.x) }, at: levels) < 1_000_000)
      #expect(cost(of: random, at: levels) < 1_000_000)
      let holes = { (point: Point) -> Double in
        let value = random(point)
        return value > 0.5 ? .nan : value
      }
      #expect(cost(of: holes, at: levels) < 1_000_000)
    }
    #expect(cost(of: random, at: (-10...10).map { Double($0) / 11 }) < 1_000_000)
  }

  @Test func `What is no noise takes few values`() {
    #expect(cost(of: { $0.x * $0.y }, at: [-20, -10, -1, 1, 10, 20]) < 20_000)
    #expect(cost(of: { $0.x * $0.x + $0.y * $0.y }, at: (1...21).map { 2 * Double($0) }) < 50_000)
  }

  @Test func `Beside noise a function keeps its lines`() throws {
    let text = "sin(2*x)*cos(3*y)"
    let plain = try LevelLineTests.Picture(text, -5...5, at: Self.levels)
    let half = try LevelLineTests.Picture("x>0 ? sin(1e5*x*y) : \(text)", -5...5, at: Self.levels)
    for level in Self.levels {
      // Those that lie left of the noise.
      let lines = [plain, half].map { picture in
        picture.lines.filter { line in line.level == level && line.points.allSatisfy { $0.x < -0.1 }
        }
      }
      #expect(lines[0].contains { $0.isClosed } || level == 0)
      let closed = lines.map { $0.filter(\.isClosed) }
      #expect(closed[0] == closed[1])
    }
  }
}
