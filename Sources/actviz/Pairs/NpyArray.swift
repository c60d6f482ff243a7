import Activations

/// An array of NumPy, at whose numbers an input stands.
struct NpyArray {
  let header: NpyHeader
  /// What messages call the file.
  let name: String
  /// The numbers, where they can be read at several places at once.
  private let numbers: FilePart?
  /// The type of bit patterns.
  private let bits: FloatType?

  /// Reads the header off an input, which is left in front of the first number.
  ///
  /// `part` is where the input begins in a regular file.
  init(_ input: inout ByteInput, _ part: FilePart?, bitsOf type: FloatType?) throws(Failure) {
    header = try NpyHeader(&input)
    name = input.name
    bits = type
    numbers = part?.dropFirst(header.length)
    input.take(header.length)
  }

  /// The type of its numbers, where it is a plain array.
  private func element() throws(Failure) -> NpyElement {
    guard case .string(let code) = header.type else {
      throw Failure(.data, "\(name) has fields, where a plain array is wanted.")
    }
    guard let element = NpyElement(code, bitsOf: bits), element.isNumber else {
      throw Failure(.data, "\(name) holds \(NpyElement.problem(of: code, bits)).")
    }
    return element
  }

  /// The bytes of one of its elements; nil for structures.
  var width: Int? { header.type.string.flatMap { NpyElement($0, bitsOf: bits)?.width } }

  /// Whether it is one column: `(N,)` or `(N, 1)`, not of structures.
  var isColumn: Bool {
    header.type.string != nil
      && (header.shape.count == 1 || header.shape.count == 2 && header.shape[1] == 1)
  }

  /// Its numbers as one column; takes over the input that stands in front of them.
  func column(_ input: consuming ByteInput) throws(Failure) -> NumberColumn {
    NumberColumn(input, try element(), count: header.count)
  }

  /// All numbers in the order of memory, one a record.
  func allNumbers() throws(Failure) -> RecordPairs {
    let element = try element()
    guard header.count > 0 else {
      throw Failure(.data, "There is no number in \(name); its array is empty.")
    }
    return RecordPairs(
      [RecordPairs.Place(offset: 0, element: element)], length: element.width, count: header.count)
  }

  /// The pairs that stand in it.
  func pairs(_ columns: PairColumns) throws(Failure) -> any PairFormat {
    if header.type.list != nil { return try structures(columns) }
    let element = try element()
    let (places, areColumns) = try self.places(columns)
    let (side, count) =
      areColumns ? (header.shape[1], header.shape[0]) : (header.shape[0], header.shape[1])
    if areColumns != header.isFortran {
      let records = places.map {
        RecordPairs.Place(offset: $0.index * element.width, element: element)
      }
      return RecordPairs(records, length: side * element.width, count: count)
    }
    guard let numbers else {
      throw Failure(
        .data,
        "\(name) has all x before all y; where it is no file, save numpy.stack([x, y], axis=1).")
    }
    let parts = try places.map { (column) throws(Failure) in
      let start = column.index * count * element.width
      return NumberColumn(try ByteInput.open(numbers.dropFirst(start)), element, count: count)
    }
    return try ColumnPairs(parts, named: name)
  }

  /// Which columns are meant, or which rows where they lie so.
  private func places(_ columns: PairColumns) throws(Failure) -> (
    [FileColumn], areColumns: Bool
  ) {
    let shape = header.shape
    guard shape.count == 2 else { throw wrongShape(columns) }
    var problem: ColumnProblem?
    func chosen(_ count: Int) -> [FileColumn]? {
      guard (columns.fewest...64).contains(count) else { return nil }
      do {
        return try columns.places(in: (1...count).map { "\($0)" }, areNames: false)
      } catch {
        problem = error
        return nil
      }
    }
    switch (chosen(shape[1]), chosen(shape[0])) {
    case (_?, _?) where shape[0] == shape[1]:
      throw Failure(
        .data,
        "\(name) has the shape \(header.shapeText), in which x may be a row or a column; save numpy.savez(FILE, x=x, y=y)."
      )
    case (let found?, nil): return (found, true)
    case (nil, let found?): return (found, false)
    // The shorter side is that of x and y.
    case (let found?, let others?): return shape[1] < shape[0] ? (found, true) : (others, false)
    case (nil, nil):
      if case .unnamed? = problem, let problem { throw Failure(.data, problem.sentence(of: name)) }
      throw wrongShape(columns)
    }
  }

  private func wrongShape(_ columns: PairColumns) -> Failure {
    let (wanted, count) = columns.fewest > 2 ? ("x, y and z", 3) : ("x and y", 2)
    let choice = columns.fewest > 2 ? "--x 1 --y 2 --z 3" : "--x 1 --y 2"
    return Failure(
      .data,
      "\(name) has the shape \(header.shapeText); \(wanted) are wanted as (N, \(count)) or (\(count), N), or chosen: \(choice)."
    )
  }

  /// The fields of a structured array; padding and other types take room but are not read.
  private func structures(_ columns: PairColumns) throws(Failure) -> any PairFormat {
    guard header.shape.count == 1, let fields = header.type.list else {
      throw Failure(.data, "\(name) is no one-dimensional structured array.")
    }
    var (names, codes, places, length) = ([String](), [String](), [RecordPairs.Place](), 0)
    for field in fields {
      guard let parts = field.list, parts.count == 2,
        let name = parts[0].string ?? parts[0].list?.last?.string, let code = parts[1].string,
        let element = NpyElement(code, bitsOf: bits), length < 1 << 16
      else {
        throw Failure(.data, "\(self.name) has fields that are no plain f2, f4 or f8.")
      }
      if !name.isEmpty {
        names.append(name)
        codes.append(code)
        places.append(RecordPairs.Place(offset: length, element: element))
      }
      length += element.width
    }
    // A record has to fit the input's buffer, and takes at least a byte.
    guard (1...1 << 16).contains(length) else {
      throw Failure(.data, "\(name) has records of \(length) bytes; 1 to 65536 can be read.")
    }
    let chosen: [FileColumn]
    do {
      chosen = try columns.places(in: names)
    } catch .tooFew {
      throw Failure(.data, "\(name) has one field; x and y are wanted.")
    } catch {
      throw Failure(.data, error.sentence(of: name))
    }
    for column in chosen where !places[column.index].element.isNumber {
      let problem = NpyElement.problem(of: codes[column.index], bits)
      throw Failure(
        .data, "\(Printable.excerpt(names[column.index].utf8)) in \(name) holds \(problem).")
    }
    return RecordPairs(chosen.map { places[$0.index] }, length: length, count: header.shape[0])
  }
}
