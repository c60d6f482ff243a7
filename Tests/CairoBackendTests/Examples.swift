import Figures

/// A drawing of 200 by 100 pixels: a red band from (20, 40) to (180, 60) on white, and a text.
func bandDrawing(text: String = "α < β & γ") throws -> Drawing {
  let red = Stroke(color: Color(0xff0000), width: 20)
  return Drawing(
    size: try Size(width: 200, height: 100),
    commands: [
      .fill(Rect(minX: 0, minY: 0, maxX: 200, maxY: 100), Color(0xffffff)),
      .pushClip(Rect(minX: 20, minY: 0, maxX: 180, maxY: 100)),
      .stroke([[Point(x: 0, y: 50), Point(x: 200, y: 50)]], red),
      .popClip,
      .text(
        Label(
          text, at: Point(x: 100, y: 90), anchor: .middle,
          style: TextStyle(size: 16, color: Color(0)))),
    ])
}
