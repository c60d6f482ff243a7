import Activations
import Formulas
import Testing

@testable import Analysis

/// How near level lines are, and which way they turn at saddles.
@Suite struct LevelLineAccuracyTests {
  @Test(arguments: ["glu", "swiglu", "geglu", "logsumexp", "x*y", "x^2+y^2", "sin(x)*cos(2*y)"])
  func `By the gradient every vertex is within a tenth of a pixel of its level`(text: String)
    throws
  {
    let surface = try #require(Function(parsing: text).surface)
    let picture = try LevelLineTests.Picture(
      text, -4...4, y: -2...3, at: [-1.7, -0.6, -0.05, 0.1, 0.45, 2.2], pixels: (1600, 1000))
    #expect(picture.lines.count >= 3)
    for line in picture.lines {
      let columns = surface.columns([.f, .fx, .fy], at: line.points)
      for index in line.points.indices {
        // Slopes a pixel.
        let (dx, dy) = (columns[1][index] * 8 / 1600, columns[2][index] * 5 / 1000)
        let distance = abs(columns[0][index] - line.level) / (dx * dx + dy * dy).squareRoot()
        #expect(distance < 0.1)
      }
    }
  }

  @Test func `Beside a saddle lines turn to the right sides, however near`() throws {
    for level in [1e-2, 1e-3, 1e-4, 1e-5] {
      for sign in [1.0, -1] {
        let picture = try LevelLineTests.Picture("(x-0.013)*(y+0.007)", at: [sign * level])
        #expect(picture.lines.count == 2)
        for line in picture.lines {
          // Both of its ends lie in one quadrant, the one of its level.
          let signs = line.points.map { ($0.x - 0.013).sign == ($0.y + 0.007).sign }
          #expect(signs.allSatisfy { $0 == (sign > 0) })
        }
        #expect(picture.strays.isEmpty)
      }
    }
  }

  @Test func `Lines are drawn that way that higher values lie to the left`() throws {
    let picture = try LevelLineTests.Picture("x^2+y^2", at: [4])
    let line = try #require(picture.lines.first)
    let round = zip(line.points, line.points.dropFirst() + line.points.prefix(1))
    // Around lower values that is clockwise.
    #expect(round.map { $0.x * $1.y - $1.x * $0.y }.reduce(0, +) < 0)
  }

  @Test func `A hole in the domain ends lines at its edge`() throws {
    let axis = PixelAxis(-3...3, length: 300)
    let sampler = SurfaceSampler(x: axis, y: axis) { points in
      points.map { $0.x * $0.x + $0.y * $0.y < 1 ? .nan : $0.y - 0.2 * $0.x }
    }
    let lines = sampler.lines(at: [0.3])
    #expect(lines.count == 2)
    let inner = lines.flatMap { [$0.points[0], $0.points[$0.points.count - 1]] }
      .filter { abs($0.x) < 2.99 }
    #expect(inner.count == 2)
    // A third of a pixel.
    for end in inner { #expect(abs((end.x * end.x + end.y * end.y).squareRoot() - 1) < 0.008) }
    #expect(sampler.lines(at: [.nan, .infinity]).isEmpty)
  }

  @Test func `The edge of a domain is no line, but lines reach it`() throws {
    for text in ["sqrt(x*y)", "-sqrt(x*y)", "sqrt(x-y)", "sqrt(4-x^2-y^2)", "-sqrt(x+1+0*y)"] {
      #expect(try LevelLineTests.Picture(text, at: [0]).lines.isEmpty, "\(text)")
    }
    // Each within a fifth of a pixel of the edge, along which the first goes.
    let picture = try LevelLineTests.Picture("sqrt(x)+y", at: [0])
    let ends = picture.lines.flatMap { [$0.points[0], $0.points[$0.points.count - 1]] }
    #expect(ends.count == 2)
    #expect(ends.contains { abs($0.x) < 0.004 && abs($0.y) < 0.004 })
    let product = try LevelLineTests.Picture("sqrt(x)*y", at: [0])
    #expect(product.lines.count == 1)
    #expect(product.lines.allSatisfy { $0.points.allSatisfy { abs($0.y) < 0.004 } })
    #expect(abs(product.length(0) - 150) < 0.3)
  }

  @Test func `The lines of a picture are the same each time`() throws {
    let pictures = try (0..<2).map { _ in
      try LevelLineTests.Picture("sin(2*x)*cos(3*y)+floor(x)/5", at: [-0.3, 0, 0.4])
    }
    #expect(pictures[0].lines == pictures[1].lines)
  }

  @Test func `Axes of symmetric logarithms have their lines`() throws {
    let picture = try LevelLineTests.Picture(
      "x*y", -1000...1000, at: [-100, 1, 100], transform: .symlog(1))
    #expect([-100, 1, 100].map { picture.count($0).open } == [2, 2, 2])
    #expect(picture.strays.isEmpty)
  }
}
