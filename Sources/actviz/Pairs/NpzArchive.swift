import Activations

/// An archive of NumPy: `numpy.savez` and `numpy.savez_compressed`.
enum NpzArchive {
  /// The pairs in an archive: of arrays by their names, or of the only one, to which the input is then moved.
  static func pairs(
    of input: inout ByteInput, _ path: String, _ reading: PairReading
  ) throws(Failure) -> any PairFormat {
    guard input.isRegularFile, let size = (try? Platform.status(of: path))?.size else {
      throw Failure(
        .data,
        "\(input.name) is a zip archive, which ends with the list of its arrays; give the file itself."
      )
    }
    let archive = try ZipArchive(path, named: input.name, size: size)
    try checkKind(archive)
    let places = archive.names.indices.filter { archive.names[$0].hasSuffix(".npy") }
    let names = places.map { String(archive.names[$0].dropLast(4)) }
    guard !places.isEmpty else {
      throw Failure(
        .data,
        "\(archive.name) is a zip archive without npy files; unpack it, and give the file in it.")
    }
    if places.count == 1 {
      let member = try archive.member(places[0])
      input = try ByteInput.open(member.part)
      let array = try NpyArray(&input, member.part, bitsOf: reading.type)
      try check(array, member)
      return reading.columns.areAllOfArray
        ? try array.allNumbers() : try array.pairs(reading.columns)
    }
    let arrays = NamedArrays(name: archive.name, names: names) { (index) throws(Failure) in
      let member = try archive.member(places[index])
      var input = try ByteInput.open(member.part)
      let array = try NpyArray(&input, member.part, bitsOf: reading.type)
      try check(array, member)
      return NamedArrays.OpenArray(
        shape: array.header.shapeText, isFortran: array.header.isFortran,
        column: try array.column(input))
    }
    return try arrays.pairs(reading.columns)
  }

  /// Throws where an array's header and the archive do not agree on how long it is.
  private static func check(_ array: NpyArray, _ member: ZipArchive.Member) throws(Failure) {
    guard let width = array.width, array.header.length + array.header.count * width == member.size
    else {
      guard array.width != nil else { return }
      throw Failure(
        .data,
        "\(array.name) has \(member.size) bytes, which its shape \(array.header.shapeText) does not fill."
      )
    }
  }

  /// Throws a `Failure` for what is a zip archive of another program.
  private static func checkKind(_ archive: ZipArchive) throws(Failure) {
    let names = archive.names
    let (what, remedy): (String, String)
    if names.contains(where: { $0 == "data.pkl" || $0.hasSuffix("/data.pkl") }) {
      (what, remedy) = (
        "a PyTorch file",
        "save numpy.savez(\"values.npz\", x=x.numpy(), y=y.numpy()), bfloat16 as .float()"
      )
    } else if names.contains(where: { $0.hasPrefix("xl/") }) {
      (what, remedy) = ("an Excel workbook", "save its sheet as CSV")
    } else if names.contains("mimetype"), names.contains("content.xml") {
      (what, remedy) = ("an OpenDocument file", "save its sheet as CSV")
    } else {
      return
    }
    throw Failure(.data, "\(archive.name) is \(what); \(remedy).")
  }
}
