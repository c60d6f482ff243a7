/// A line of the legend: a name and a sample of what it names.
package struct LegendEntry: Hashable, Sendable {
  /// What stands before a name.
  package enum Sample: Hashable, Sendable {
    /// A line in this style.
    case curve(CurveStyle)
    /// The line of what the curves are measured against.
    case reference
    /// The same, with a look of its own.
    case ownReference(CurveStyle.Own)
    /// A patch in the colour of areas of this style.
    case band(CurveStyle)
    /// A ring with its number, in the colour of curves of this style.
    case ring(Int, style: CurveStyle)
    /// A sign of measured points, in the colour of this style, with an error bar or without.
    case points(sign: Int, style: CurveStyle, hasBars: Bool)
    /// Nothing.
    case none
  }

  /// The name, on one line.
  package let name: String
  /// What stands once above this entry and its neighbours of the same heading; nothing where empty.
  package let heading: String
  /// What it names looks like.
  package let sample: Sample

  /// The same for a curve that does not lie on others.
  var whole: LegendEntry {
    guard case .curve(var style) = sample, style.turn != nil else { return self }
    style.turn = nil
    return LegendEntry(name: name, sample: .curve(style), heading: heading)
  }

  /// Names what looks like the sample.
  init(name: String, sample: Sample, heading: String = "") {
    self.name = name
    self.heading = heading
    self.sample = sample
  }
}
