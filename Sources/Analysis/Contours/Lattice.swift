/// A square of a lattice whose side is a power of two of its units.
struct LatticeCell: Hashable {
  /// The lower left node.
  let node: Int
  /// The side is 2 to this many units.
  let size: Int
}

/// A side of a cell.
struct LatticeEdge: Hashable {
  /// The left or lower node.
  let node: Int
  /// The length is 2 to this many units.
  let size: Int
  let isUpright: Bool
}

/// The values of a field at the corners of cells of some pixels, and at further nodes between them where they are asked for.
///
/// A node is a whole number: its column plus its row times ``stride``, both counted in units from the lower left.
struct Lattice {
  let plane: PixelPlane
  /// How many coarse cells stand in a row.
  let columns: Int
  let rows: Int
  /// From a node to the one above.
  let stride: Int
  private let coarse: [Double]
  private var fine: [Int: Double] = [:]
  private let width: Double
  private let height: Double

  /// The size of a coarse cell: its side is 64 units.
  static let coarsest = 6
  /// The side of a coarse cell, in pixels, at most.
  static let step = 4.0

  init(_ plane: PixelPlane) {
    self.plane = plane
    columns = max(4, Int((plane.x.length / Self.step).rounded(.up)))
    rows = max(4, Int((plane.y.length / Self.step).rounded(.up)))
    stride = columns << Self.coarsest + 1
    width = plane.x.length / Double(columns << Self.coarsest)
    height = plane.y.length / Double(rows << Self.coarsest)
    let (columns, rows) = (columns, rows)
    let xs = (0...columns).map {
      plane.x.exactValue(at: plane.x.length * Double($0) / Double(columns))
    }
    let ys = (0...rows).map { plane.y.exactValue(at: plane.y.length * Double($0) / Double(rows)) }
    coarse = plane.values(ys.flatMap { y in xs.map { .init(x: $0, y: y) } })
  }

  /// The coarse cell at a place.
  func cell(column: Int, row: Int) -> LatticeCell {
    LatticeCell(
      node: column << Self.coarsest + row << Self.coarsest * stride, size: Self.coarsest)
  }

  /// The value at a node that was asked for.
  func value(at node: Int) -> Double {
    let (column, row) = (node % stride, node / stride)
    let inside = 1 << Self.coarsest - 1
    guard column & inside != 0 || row & inside != 0 else {
      return coarse[column >> Self.coarsest + row >> Self.coarsest * (columns + 1)]
    }
    return fine[node] ?? .nan
  }

  /// What the values at the corners of a coarse cell span, and whether all corners have one; nil where none has.
  func span(column: Int, row: Int) -> (range: ClosedRange<Double>, isWhole: Bool)? {
    let place = column + row * (columns + 1)
    var (low, high, isWhole) = (Double.infinity, -Double.infinity, true)
    for corner in 0..<4 {
      let value = coarse[place + corner & 1 + corner >> 1 * (columns + 1)]
      if value.isNaN {
        isWhole = false
        continue
      }
      if value <= low { low = value }
      if value >= high { high = value }
    }
    return low <= high ? (low...high, isWhole) : nil
  }

  /// Evaluates the nodes that halve cells.
  mutating func divide(_ cells: [LatticeCell]) {
    var nodes: [Int] = []
    for cell in cells {
      let half = 1 << (cell.size - 1)
      let middle = cell.node + half + half * stride
      for node in [
        middle, middle - half, middle + half, middle - half * stride, middle + half * stride,
      ] where fine[node] == nil {
        fine[node] = .nan
        nodes.append(node)
      }
    }
    for (node, value) in zip(nodes, plane.values(at: nodes.map(pixel))) { fine[node] = value }
  }

  /// Where a node stands.
  func pixel(at node: Int) -> Pixel {
    let (column, row) = (node % stride, node / stride)
    return Pixel(
      u: column == stride - 1 ? plane.x.length : Double(column) * width,
      v: row == rows << Self.coarsest ? plane.y.length : Double(row) * height)
  }

  /// The middle of a cell.
  func middle(of cell: LatticeCell) -> Pixel {
    let side = 1 << cell.size
    return pixel(at: cell.node).toward(pixel(at: cell.node + side + side * stride), 0.5)
  }

  /// The end of an edge.
  func end(of edge: LatticeEdge) -> Int {
    edge.node + 1 << edge.size * (edge.isUpright ? stride : 1)
  }

  /// The two halves of an edge.
  func halves(of edge: LatticeEdge) -> [LatticeEdge] {
    let half = LatticeEdge(node: edge.node, size: edge.size - 1, isUpright: edge.isUpright)
    return [half, LatticeEdge(node: end(of: half), size: half.size, isUpright: edge.isUpright)]
  }

  /// The four sides of a cell, counter-clockwise from the lower one.
  func sides(of cell: LatticeCell) -> [LatticeEdge] {
    let side = 1 << cell.size
    func edge(_ node: Int, _ isUpright: Bool) -> LatticeEdge {
      LatticeEdge(node: node, size: cell.size, isUpright: isUpright)
    }
    return [
      edge(cell.node, false), edge(cell.node + side, true), edge(cell.node + side * stride, false),
      edge(cell.node, true),
    ]
  }

  /// The four cells that a cell is divided into.
  func quarters(of cell: LatticeCell) -> [LatticeCell] {
    let half = 1 << (cell.size - 1)
    return [0, half, half * stride, half + half * stride].map {
      LatticeCell(node: cell.node + $0, size: cell.size - 1)
    }
  }

  /// The cells of the same size on the other sides of a cell's sides, in their order; nil outside.
  func neighbours(of cell: LatticeCell) -> [LatticeCell?] {
    let side = 1 << cell.size
    let (column, row) = (cell.node % stride, cell.node / stride)
    func neighbour(_ du: Int, _ dv: Int) -> LatticeCell? {
      let (column, row) = (column + du * side, row + dv * side)
      guard column >= 0, row >= 0, column < columns << Self.coarsest, row < rows << Self.coarsest
      else { return nil }
      return LatticeCell(node: column + row * stride, size: cell.size)
    }
    return [neighbour(0, -1), neighbour(1, 0), neighbour(0, 1), neighbour(-1, 0)]
  }

  /// The cell of twice the side that a cell is a quarter of.
  func whole(of cell: LatticeCell) -> LatticeCell {
    let mask = ~(1 << (cell.size + 1) - 1)
    let (column, row) = (cell.node % stride & mask, cell.node / stride & mask)
    return LatticeCell(node: column + row * stride, size: cell.size + 1)
  }
}
