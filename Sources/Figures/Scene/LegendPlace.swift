/// Where the legend stands.
package enum LegendPlace: String, CaseIterable, Sendable {
  /// Inside a panel where it covers no curve, else beside the panels.
  case automatic
  /// At the right of the panels, or below them.
  case right, below
  /// Inside a panel, where it covers least.
  case inside
  /// There in a panel, whatever it covers.
  case topLeft = "top-left"
  case top
  case topRight = "top-right"
  case bottomLeft = "bottom-left"
  case bottom
  case bottomRight = "bottom-right"
  /// Nowhere.
  case none

  /// Which of the places in a panel it allows, in the order of ``LegendPlacement``; all where nil.
  var corner: Int? {
    switch self {
    case .automatic, .right, .below, .inside, .none: nil
    case .topLeft: 0
    case .topRight: 1
    case .bottomLeft: 2
    case .bottomRight: 3
    case .top: 6
    case .bottom: 7
    }
  }
}
