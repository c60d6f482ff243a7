/// What goes over a block of x with some of its derivatives.
protocol BlockLoop {
  /// The number of x.
  var count: Int { get }
  /// The derivatives that are carried along.
  var partials: Partials { get }
}

extension BlockLoop {
  /// Whether a derivative is carried along.
  @inline(__always)
  func wants(_ partial: Partial) -> Bool { partials.contains(partial) }

  /// Runs a body for every x of the block; without a check of the index, which would keep loops from being vectorised.
  @inline(__always)
  func each(_ body: (Int) -> Void) {
    var i = 0
    while i < count {
      body(i)
      i &+= 1
    }
  }
}
