import Activations

/// A place in a picture, in pixels.
struct Pixel: Equatable {
  /// From left to right.
  var u: Double
  /// From bottom to top.
  var v: Double

  /// The place a share of the way to another one.
  func toward(_ other: Pixel, _ share: Double) -> Pixel {
    Pixel(u: u * (1 - share) + other.u * share, v: v * (1 - share) + other.v * share)
  }

  func distance(to other: Pixel) -> Double {
    let (du, dv) = (other.u - u, other.v - v)
    return (du * du + dv * dv).squareRoot()
  }
}

/// A field as a picture shows it: its values at pixels.
struct PixelPlane {
  let x: PixelAxis
  let y: PixelAxis
  /// The values at points in data units.
  let values: ([Point]) -> [Double]

  /// The point at a pixel; the picture's edges are exact.
  func point(at pixel: Pixel) -> Point {
    Point(x: x.exactValue(at: pixel.u), y: y.exactValue(at: pixel.v))
  }

  /// The values at pixels.
  func values(at pixels: [Pixel]) -> [Double] {
    pixels.isEmpty ? [] : values(pixels.map(point))
  }
}

extension PixelAxis {
  /// The number at a pixel, exact at both ends, which rounding would miss.
  func exactValue(at position: Double) -> Double {
    if position == 0 { return domain.lowerBound }
    return position == length ? domain.upperBound : value(at: position)
  }
}
