/// Logarithms and powers without a system library, with the same bits on every processor: only
/// additions, products and one division each, none fused.

/// The natural logarithms of the probabilities that scores stand for (softmax), for three labels.
///
/// Absolute error below 1e-5.
func logProbabilities(_ a: Float, _ b: Float, _ c: Float) -> SIMD3<Float> {
  let scores = SIMD3(a, b, c)
  let shifted = scores - SIMD3(repeating: max(a, max(b, c)))
  let sum = exponential(shifted.x) + exponential(shifted.y) + exponential(shifted.z)
  return shifted - SIMD3(repeating: logarithm(sum))
}

/// e to the power of x, for x <= 0; relative error below 2e-6, and 0 below -80.
func exponential(_ x: Float) -> Float {
  guard x > -80 else { return 0 }
  let t = x * 1.44269504
  // Adding 1.5 * 2^23 rounds to an integer.
  let whole = (t + 12_582_912) - 12_582_912
  // 2^f = e^(f ln 2), |f| <= 1/2, by its series.
  let f = (t - whole) * 0.693147181
  var power: Float = 1.0 / 720
  power = power * f + 1.0 / 120
  power = power * f + 1.0 / 24
  power = power * f + 1.0 / 6
  power = power * f + 0.5
  power = power * f + 1
  power = power * f + 1
  return power * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
}

/// The natural logarithm of a positive, normal number; absolute error below 2e-6 near 1.
func logarithm(_ x: Float) -> Float {
  var exponent = Int32(x.bitPattern >> 23) - 127
  var mantissa = Float(bitPattern: x.bitPattern & 0x7F_FFFF | 0x3F80_0000)
  if mantissa > 1.41421356 {
    mantissa *= 0.5
    exponent += 1
  }
  // ln m = 2 artanh((m - 1) / (m + 1)), by its series.
  let s = (mantissa - 1) / (mantissa + 1)
  let u = s * s
  var sum: Float = 2.0 / 9
  sum = sum * u + 2.0 / 7
  sum = sum * u + 2.0 / 5
  sum = sum * u + 2.0 / 3
  sum = sum * u + 2
  return sum * s + Float(exponent) * 0.693147181
}
