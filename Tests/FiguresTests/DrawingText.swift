import Foundation

@testable import Figures

extension Drawing {
  /// The drawing as text, a command a line, numbers to three decimals.
  var text: String {
    (["size \(Int(size.width)) \(Int(size.height))"] + commands.compactMap(\.text)).joined(
      separator: "\n")
      + "\n"
  }
}

extension DrawCommand {
  /// As a line; nil for what is not seen.
  fileprivate var text: String? {
    switch self {
    case .fill(let rect, let color): "fill \(rect.text) \(color.text)"
    case .polygon(let corners, let color):
      "polygon \(color.text) " + corners.map(\.text).joined(separator: " ")
    case .stroke(let lines, let stroke):
      "stroke \(stroke.text)\n"
        + lines.map { "  " + $0.map(\.text).joined(separator: " ") }.joined(separator: "\n")
    case .image(let raster, let rect):
      "image \(raster.columns)x\(raster.rows) \(raster.isSmooth ? "smooth" : "plain") \(raster.checksum) \(rect.text)"
    case .pushClip(let rect): "clip \(rect.text)"
    case .popClip: "unclip"
    case .pushGroup(let text): "group \(text)"
    case .popGroup: "ungroup"
    case .pushPart, .popPart: nil
    case .text(let label):
      "text \(label.position.text) \(label.anchor) \(number(label.style.size)) "
        + "\(label.style.color.text) \(number(label.rotation)) \(label.style.isBold ? "bold " : "")\(label.text)"
    }
  }
}

private func number(_ value: Double) -> String {
  // Adding 0 after rounding makes -0.000 a plain 0.000.
  String(format: "%.3f", (value * 1000).rounded() / 1000 + 0)
}

extension Point {
  fileprivate var text: String { "\(number(x)),\(number(y))" }
}

extension Rect {
  fileprivate var text: String { [minX, minY, maxX, maxY].map(number).joined(separator: ",") }
}

extension Color {
  fileprivate var text: String { [red, green, blue, alpha].map(number).joined(separator: "/") }
}

extension Stroke {
  fileprivate var text: String {
    let dashes = dash.isEmpty ? "solid" : dash.map(number).joined(separator: "-")
    return "\(number(width)) \(color.text) \(cap) \(dashes)"
  }
}

extension Raster {
  /// What tells it from others, in place of its cells and colours: FNV-1a.
  fileprivate var checksum: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for cell in cells { hash = (hash ^ UInt64(cell)) &* 0x100_0000_01b3 }
    for word in words { hash = (hash ^ UInt64(word)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
