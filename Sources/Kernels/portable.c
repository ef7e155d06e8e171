// For any processor: plain C, with the products of the two families' baselines spelled out.

// Without the instruction, the C library would be called for every lane.
#if defined(__x86_64__) && !defined(__FMA__)
#define FUSED_IN_DOUBLES
#endif

#include "vectors.h"

#if defined(__aarch64__)
// A vector of sixteen takes four of the 32 registers.
#define FLOAT_ROWS 6
#define QUERY_ROWS 3
#else
// Fusing in doubles takes all 16 registers of an x86-64 for a single row.
#define FLOAT_ROWS 1
#define QUERY_ROWS 1
#endif
#define FLOAT_PANELS 1
#define DOT_ROWS 1
#include "floats.inc"

#define INT8_PANELS 1
#if defined(__x86_64__)
// 8 sums, 4 of activations, 2 of weights, a product: 15 of 16 registers.
#define INT8_ROWS 2
#include "sums_sse2.inc"
#elif defined(__aarch64__)
// 12 sums, 6 of activations: more rows spill.
#define INT8_ROWS 3
#include "sums_neon.inc"
#else
#define INT8_ROWS 2
#include "sums_plain.inc"
#endif

#define DOT_OFFSET 0
#define BYTE_QUERY_ROWS 2
#define BYTE_PANELS 1
INLINE v16i dot4(v16i sum, uint32_t four, const int8_t *w) {
  uint8_t a[4];
  memcpy(a, &four, sizeof a);
  int32_t sums[16];
  store_ints(sums, sum);
  for (size_t j = 0; j < 16; j++)
    sums[j] += a[0] * w[4 * j] + a[1] * w[4 * j + 1] + a[2] * w[4 * j + 2] + a[3] * w[4 * j + 3];
  return load_ints(sums);
}
#include "attention.inc"

#define PATH_SET kernels_portable
#define PATH_NAME "portable"
#include "products.inc"
