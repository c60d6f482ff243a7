import Activations

/// Arrays that stand under names in one file: an npz of NumPy, or safetensors.
struct NamedArrays {
  /// What messages call the file.
  let name: String
  let names: [String]
  /// Opens the array at a place in the list.
  let open: (Int) throws(Failure) -> OpenArray

  /// An array that is open at its first number.
  struct OpenArray {
    var shape: String
    var isFortran: Bool
    var column: NumberColumn
  }

  /// The pairs in the arrays that are meant: one of x, one of y, perhaps one of z, all of one shape.
  func pairs(_ columns: PairColumns) throws(Failure) -> ColumnPairs {
    let chosen: [FileColumn]
    do {
      chosen = try columns.places(in: names, areNames: !areNumbered)
    } catch .tooFew {
      throw Failure(
        .data,
        "\(name) has no arrays but \(list); \(columns.fewest < 3 ? "x and y" : "x, y and z") are wanted."
      )
    } catch {
      throw Failure(.data, error.sentence(of: name))
    }
    let arrays = try chosen.map { (column) throws(Failure) in try open(column.index) }
    guard Set(arrays.map(\.shape)).count == 1, Set(arrays.map(\.isFortran)).count == 1 else {
      let shapes = arrays.map { "\($0.shape)\($0.isFortran ? " in Fortran's order" : "")" }
      throw Failure(
        .data,
        "\(name) has arrays of the shapes \(shapes.joined(separator: " and ")); one shape is wanted."
      )
    }
    return try ColumnPairs(arrays.map(\.column), named: name)
  }

  /// Whether the arrays have the names that `numpy.savez(FILE, x, y)` gives them.
  private var areNumbered: Bool { names == names.indices.map { "arr_\($0)" } }

  private var list: String {
    names.isEmpty
      ? "none" : names.prefix(12).map { Printable.excerpt($0.utf8) }.joined(separator: ", ")
  }
}
