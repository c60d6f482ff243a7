/// How a function of a library is called; T is the type of the numbers.
package enum Signature: String, CaseIterable, Sendable {
  /// `T f(T x, T argument, …)`.
  case value
  /// `void f(const T *x, T *y, size_t n, T argument, …)`.
  case array
}

// Programs that are asked for values, and at which inputs.
extension Keys {
  /// A program that computes values.
  package static let program = OptionalKey(
    Key(
      "run", .text, .command, .options, [.check], value: "command",
      """
      Check a program: a line of the shell that reads little-endian numbers of --dtype from standard input and writes as \
      many to standard output.
      """
    ).known(as: "command", "exec", "program"), ValueReaders.text)

  /// How a library's function is called.
  package static let signature = DefaultedKey(
    Key(
      "signature", .text, .command, .options, [.check], value: "name",
      """
      How a library's function is called: value for T f(T x), array for void f(const T *x, T *y, size_t n); T is uint16_t \
      for 16-bit types.
      """
    ).standard("value").completed(.words(words(Signature.self))), Signature.value,
    ValueReaders.choice)

  /// What a library's function gets beside x.
  package static let libraryArguments = OptionalKey(
    Key(
      "arguments", .list, .command, .options, [.check], value: "list",
      "Numbers that a library's function gets behind x, or behind n; up to four."
    ).hyphened(),
    { text, key throws(Problem) in
      let numbers = try ValueReaders.numbers(text, key)
      guard numbers.count <= 4 else {
        throw Problem(key, "\(key) are four numbers at most, not \(numbers.count).")
      }
      return numbers
    })

  /// How long a program may do nothing, in seconds.
  package static let patience = DefaultedKey(
    Key(
      "timeout", .text, .command, .options, [.check], value: "seconds",
      "How long a program may neither read nor write."
    ).standard("60"), 60.0,
    { text, key throws(Problem) in
      guard let seconds = ValueReaders.number(text), seconds > 0, seconds <= 1e6 else {
        throw Problem(key, "\(key) is a number of seconds above 0, such as 60, not '\(text)'.")
      }
      return seconds
    })

  /// Every value of a type.
  package static let every = FlagKey(
    Key(
      "all", .flag, .command, .options, [.table, .check, .golden],
      """
      Evaluate at every finite value of --dtype, f32 too; of those in --x-range where it is given.
      """
    ).help(
      """
      Ask a program for every value of --dtype, f32 too; of those in --x-range where it is given, else infinities and \
      NaN too. So it is for 16-bit types unless said otherwise.
      """, for: .check
    ).help("Take every value of a 16-bit type, those that are hard first.", for: .golden))

  package static let stride = OptionalKey(
    Key(
      "stride", .text, .command, .options, [.check], value: "n",
      "Ask a program for every n-th value of the type by its bits."
    ), { text, key throws(Problem) in try ValueReaders.whole(text, key, 1...1 << 60) })

  package static let sample = OptionalKey(
    Key(
      "sample", .text, .command, .options, [.check, .golden], value: "n",
      """
      Ask a program for n values, spread over binades, and for all that are special; always the same. For f32 and f64 \
      1000000 unless said otherwise.
      """
    ).help(
      "How many values to take beside those that are hard, spread over binades: 2000 unless given.",
      for: .golden
    ), { text, key throws(Problem) in try ValueReaders.whole(text, key, 1...1 << 26) })
}
