/// Arithmetic of a small transformer encoder, chosen for the processor at run time.
///
/// Every path (AVX-512 VNNI, AVX-VNNI, AVX2, NEON, portable) gives the same integers and the same
/// floating-point numbers, bit for bit: integer sums never overflow or saturate, and the order of
/// every floating-point operation is fixed by one source, `floats.inc`, that all paths compile.
///
/// Nothing here allocates, keeps state, or reads beyond the lengths it is given. The caller checks
/// shapes; see each function for what it asks.

#ifndef KERNELS_H
#define KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Columns of a panel: matrices are stored in panels of this many output columns.
#define KERNELS_PANEL 16

/// A count rounded up to whole panels.
static inline size_t kernels_padded(size_t count) {
  return (count + KERNELS_PANEL - 1) / KERNELS_PANEL * KERNELS_PANEL;
}

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// A matrix of signed bytes, one scale a column, ready to be multiplied from the right.
///
/// `weights` is `[panel][input / 4][column of the panel][4]`, with `inputs` and `outputs` padded
/// with zeros to whole panels. For each column, two neighbouring inputs 2i and 2i+1 have
/// |w| + |w'| <= 128, so that a pair of products with bytes 0...255 fits 16 bits: on AVX2 this
/// saves a quarter of the instructions.
typedef struct {
  const int8_t *weights;
  /// -128 times the sum of each column: takes back the offset of the activations.
  const int32_t *corrections;
  /// What one unit of a column is worth.
  const float *scales;
  /// Added to each column at the end.
  const float *biases;
  size_t inputs;
  size_t outputs;
} Int8Matrix;

/// A matrix of floats, `[panel][input][column of the panel]`, outputs padded to whole panels.
typedef struct {
  const float *weights;
  const float *biases;
  size_t inputs;
  size_t outputs;
} FloatMatrix;

/// What a product does with each sum before it is stored.
typedef enum {
  /// Nothing more.
  KERNELS_LINEAR = 0,
  /// The Gaussian error linear unit, x * Phi(x); absolute error below 4e-5 for |x| < 12.
  KERNELS_GELU = 1,
} KernelActivation;

/// The functions of one path.
typedef struct {
  /// The path's name, as in "avx512-vnni".
  const char *name;

  /// Whether pairs of weights are within their limit and corrections are those of the weights:
  /// what all paths need to agree. O(n) in weights.
  int (*_Nonnull is_sound)(const Int8Matrix *matrix);

  /// Rounds each row to bytes with one scale a row: `q = 128 + round(x * smoothing / scale)`,
  /// `scale = max |x * smoothing| / 127`. A row with nothing above 1e-30 becomes bytes 128.
  ///
  /// `x` is `[rows][columns]`; `smoothing` has `columns` factors or is null; `q` is
  /// `[rows][padded columns]`, filled up with 128; `scales` has a number a row.
  void (*_Nonnull quantize)(const float *x, size_t rows, size_t columns,
                            const float *_Nullable smoothing, uint8_t *q, float *scales);

  /// `out = activation(q * matrix)`: `q` and `row_scales` as `quantize` gives them, `out` is
  /// `[rows][stride]` with `stride` at least the padded outputs; padding is overwritten.
  void (*_Nonnull multiply)(const Int8Matrix *matrix, const uint8_t *q, const float *row_scales,
                   size_t rows, float *out, size_t stride, KernelActivation activation);

  /// The exact integers under `multiply`, for the tests that hold the paths to each other.
  void (*_Nonnull multiply_integers)(const Int8Matrix *matrix, const uint8_t *q, size_t rows,
                                     int32_t *out, size_t stride);

  /// `out = activation(x * matrix)`: `x` is `[rows][inputs]`, `out` as for `multiply`.
  void (*_Nonnull multiply_floats)(const FloatMatrix *matrix, const float *x, size_t rows,
                                   float *out, size_t stride, KernelActivation activation);

  /// `out[r][c] = a[r] . b[c]`: `a` is `[rows][width]`, `b` is `[columns][width]`, `width` is a
  /// multiple of 16; `out` is `[rows][stride]` with `stride` at least `columns`.
  void (*_Nonnull dot_rows)(const float *a, size_t rows, const float *b, size_t columns,
                            size_t width, float *out, size_t stride);

  /// `x = gain * (v - mean v) / sqrt(variance v + epsilon) + bias` for each row `v = x + y`;
  /// `y` may be null. `columns` is a multiple of 16.
  ///
  /// With `q`, each new row is quantized as `quantize` does it; `q` may be null.
  void (*_Nonnull normalize)(float *x, const float *_Nullable y, size_t rows, size_t columns,
                             const float *gain, const float *bias, float epsilon,
                             const float *_Nullable smoothing, uint8_t *_Nullable q,
                             float *_Nullable scales);

  /// Attention of one sequence over itself: for each head, `softmax2(Q K^T) V`, where softmax2
  /// takes powers of 2, so queries carry the factor log2(e) / sqrt(head width).
  ///
  /// `qkv` is `[count][3 * heads * width]`: queries, keys, values, each head by head. `out` is
  /// `[count][heads * width]`. `width` is a multiple of 16 and at most 128. `scratch` has
  /// `kernels_attention_scratch(count, heads, width)` floats, aligned to 64 bytes.
  void (*_Nonnull attend)(const float *qkv, size_t count, size_t heads, size_t width, float *out,
                 float *scratch);

  /// As `attend`, with queries, keys, values and the weights of the softmax rounded to bytes:
  /// about half the time on long sequences, for 0.0003 of cosine in sentence vectors.
  void (*_Nonnull attend_bytes)(const float *qkv, size_t count, size_t heads, size_t width,
                                float *out, float *scratch);
} KernelSet;

/// The floats that `attend` and `attend_bytes` need beside their arguments.
static inline size_t kernels_attention_scratch(size_t count, size_t heads, size_t width) {
  const size_t padded = kernels_padded(count);
  return padded * (heads * width / 2 + width + 24) + 10 * 16;
}

/// A family of instructions.
typedef enum {
  KERNELS_PORTABLE = 0,
  KERNELS_NEON = 1,
  KERNELS_AVX2 = 2,
  KERNELS_AVX_VNNI = 3,
  KERNELS_AVX512_VNNI = 4,
} KernelPath;

/// The number of paths there are on any processor.
#define KERNELS_PATHS 5

/// The functions of a path, or null when this processor or this build does not have it.
const KernelSet *_Nullable kernels_for(KernelPath path);

/// The fastest path this processor has; never null.
const KernelSet *kernels_best(void);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
