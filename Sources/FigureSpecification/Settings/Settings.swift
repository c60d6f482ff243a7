/// What is asked of a command, or of a panel: keys with values, in the order in which they were given.
///
/// Values are read by the types of their keys; what is wrong with one is a ``Problem`` that knows the key and the
/// place.
package struct Settings: Sendable {
  package var all: [Setting]

  package init(_ all: [Setting] = []) {
    self.all = all
  }

  /// What is said of a key, in order.
  package func all(_ key: some TypedKey) -> [Setting] {
    all.filter { $0.key.name == key.name }
  }

  /// What counts of a key: the last that is said.
  package func last(_ key: some TypedKey) -> Setting? {
    all.last { $0.key.name == key.name }
  }

  /// Whether a key stands there.
  package func has(_ key: some TypedKey) -> Bool { last(key) != nil }

  package subscript(key: FlagKey) -> Bool { last(key)?.value == "true" }

  package func value<Value>(_ key: OptionalKey<Value>) throws(Problem) -> Value? {
    guard let setting = last(key) else { return nil }
    return try read(setting, key.read)
  }

  package func value<Value>(_ key: DefaultedKey<Value>) throws(Problem) -> Value {
    guard let setting = last(key) else { return key.standard }
    return try read(setting, key.read)
  }

  package func values<Value>(_ key: RepeatedKey<Value>) throws(Problem) -> [Value] {
    var values: [Value] = []
    for setting in all(key) { values.append(try read(setting, key.read)) }
    return values
  }

  private func read<Value>(_ setting: Setting, _ read: ValueReader<Value>) throws(Problem) -> Value
  {
    do {
      return try read(setting.value, setting.key.name)
    } catch {
      throw error.at(setting.place(ofLine: error.line))
    }
  }

  /// What is wrong with a key's value; the place is that of another key where this one does not stand there.
  package func problem(
    _ key: some TypedKey, or other: (any TypedKey)? = nil, _ sentence: Sentence
  ) -> Problem {
    var place = place(of: key)
    if place == nil, let other { place = self.place(of: other) }
    return Problem(key.name, at: place ?? .program, sentence)
  }

  /// Where a key's value stands that counts.
  package func place(of key: some TypedKey) -> Place? { last(key)?.place }

  /// The settings with a value for a key where there is none.
  package func with(_ key: some TypedKey, _ value: String) -> Settings {
    has(key) ? self : Settings(all + [Setting(key.key, value)])
  }
}
