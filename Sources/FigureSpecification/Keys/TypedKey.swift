/// Reads a key's value, or says what is wrong with it, not yet where.
typealias ValueReader<Value> = @Sendable (String, KeyName) throws(Problem) -> Value

/// A key with values of a type.
package protocol TypedKey: Sendable {
  var key: Key { get }
}

extension TypedKey {
  /// The key's name, to be put into sentences.
  package var name: KeyName { key.name }
}

/// A key that may be left out.
package struct OptionalKey<Value: Sendable>: TypedKey {
  package let key: Key
  let read: ValueReader<Value>

  init(_ key: Key, _ read: @escaping ValueReader<Value>) {
    self.key = key
    self.read = read
  }
}

/// A key that has a value where none is given.
package struct DefaultedKey<Value: Sendable>: TypedKey {
  package let key: Key
  let standard: Value
  let read: ValueReader<Value>

  init(_ key: Key, _ standard: Value, _ read: @escaping ValueReader<Value>) {
    self.key = key
    self.standard = standard
    self.read = read
  }
}

/// A key that may stand there several times.
package struct RepeatedKey<Value: Sendable>: TypedKey {
  package let key: Key
  let read: ValueReader<Value>

  init(_ key: Key, _ read: @escaping ValueReader<Value>) {
    self.key = key
    self.read = read
  }
}

/// A key that is true or false.
package struct FlagKey: TypedKey {
  package let key: Key

  init(_ key: Key) {
    self.key = key
  }
}
