extension Setting {
  /// The parameter and the range of `NAME=LO:HI`, or of `LO:HI` for a parameter that has an option of its own; nil for another
  /// setting, and for a value or a list.
  ///
  /// Throws a `Problem` for a range that is none.
  package func sliderRange() throws(Problem) -> (name: String, range: ClosedRange<Double>)? {
    let isAssignment = key.name == Keys.parameters.name
    guard value.contains(":"), isAssignment || Keys.sweeps.contains(where: { $0.name == key.name })
    else { return nil }
    do {
      let variation = try ValueReaders.variation(
        isAssignment ? value : "\(key.name.text)=\(value)", key.name)
      return (variation.name, variation.range)
    } catch {
      throw error.at(place)
    }
  }

  /// The same with one number in place of its range.
  package func settled(at number: Double) -> Setting {
    var setting = self
    let start = value.firstIndex(of: "=").map { value[...$0] } ?? ""
    setting.value = start + "\(number)"
    return setting
  }
}
