import Activations
import Analysis
import Figures

extension FigureRequest {
  /// Fills panels with their fields: first all are looked at, so that those of one name have their colours in common.
  func fill(_ figure: inout Figure, with scene: Scene, telling progress: WorkProgress) {
    let places = panels.indices.filter { panels[$0].field != nil }
    let rooms = rooms(in: scene)
    var drafts: [Int: FieldDraft] = [:]
    for place in places {
      drafts[place] = panels[place].field?.draft(scene.panels[place], pixels: rooms[place])
      progress.advance(1)
    }
    for place in places {
      guard let field = panels[place].field, let draft = drafts[place] else { continue }
      let alike = places.filter {
        panels[$0].field?.name == field.name && panels[$0].field?.values == field.values
      }
      let scale = ColorScale(of: alike.compactMap { drafts[$0] }, spanning: field.values)
      figure.panels[place].field = field.field(draft, scale)
      field.tell(of: draft, in: &figure.panels[place])
      progress.advance(1)
    }
  }

  /// How many pixels panels have, those of a screen at least.
  private func rooms(in scene: Scene) -> [(width: Double, height: Double)] {
    let frames = (try? look.lettering.measurer()).map { Drawing.frames(of: scene, measurer: $0) }
    let scale = look.pixels.width / look.size.width
    return scene.panels.indices.map { index in
      let frame = frames?[index] ?? Rect(minX: 0, minY: 0, maxX: 600, maxY: 600)
      return (
        max(1, (scale * frame.width).rounded()), max(1, (scale * frame.height).rounded())
      )
    }
  }
}

extension FieldRequest {
  /// Says where nothing of it is to be seen.
  fileprivate func tell(of draft: FieldDraft, in panel: inout Figure.Panel) {
    let reason: Blanks.Reason
    if let extremes = draft.extremes {
      guard let values, !values.overlaps(extremes) else { return }
      reason = .outside(extremes)
    } else {
      reason = .undefined
      panel.message = "nothing to show: \(reason.text)"
    }
    panel.warnings.append(
      "Nothing of \(function.legend) is to be seen under \(RichText.linear(name)): \(reason.text).")
  }
}
