import Activations
import FigureSpecification
import Figures

extension PlotRequest {
  /// The style of a curve: its own, on the palette that was asked for, with what was asked of it alone.
  func styled(_ member: FunctionGroup.Member) -> CurveStyle {
    let index = drawn.firstIndex(of: member.function)
    var style = member.style
    switch (look.palette, style.place) {
    case (.ordered, .category(let place)), (.named, .category(let place)):
      style = .step(place, of: max(functions.count, place + 1))
    case (.categorical, .step), (.categorical, .ink):
      style = .category(index ?? 0)
    case (.ordered, _), (.named, _), (.categorical, _), (.colors, _), (nil, _): break
    }
    style.own = overrides.own(
      at: index, called: member.calls, isGray: member.role == .reference)
    return style
  }

  /// What is said of curves that are not there.
  var strangers: [Stranger] {
    let members = groups.flatMap(\.members)
    let functions = drawn + [aids.gray].compactMap(\.self)
    let values = members.compactMap { $0.value?.text }
    let points = annotations.measured.map(\.name)
    let gray = aids.gray.map { gray in
      Quantity.allCases.compactMap { ReadingAids.grayName(gray, $0) }
    }
    let shown = members.map(\.name) + (gray ?? []) + points
    return overrides.strangers(among: shown + values + functions.flatMap(\.calls), shown: shown)
  }

  /// Refuses what is said of curves that are not there.
  func checkStrangers() throws(Problem) {
    if let stranger = strangers.first { throw stranger.problem }
  }
}

extension FunctionGroup.Member {
  /// What a user may call its curve: what the legend shows, or what was typed.
  fileprivate var calls: [String] {
    [name] + [value?.text].compactMap(\.self) + function.calls
  }
}
