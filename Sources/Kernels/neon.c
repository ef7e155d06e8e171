// NEON with the dot-product instructions: ARM from 8.2 (Cortex-A75, Neoverse, Apple M1).

#if defined(__aarch64__)
#include <arm_neon.h>

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)

#include "vectors.h"

// A vector of sixteen takes four of the 32 registers.
#define FLOAT_ROWS 6
#define FLOAT_PANELS 1
#define DOT_ROWS 2
#define QUERY_ROWS 3
#include "floats.inc"

// 24 sums, 6 of activations, 2 of weights: all 32 registers.
#define INT8_ROWS 6
#define INT8_PANELS 1
INLINE void int8_sums(const Int8Matrix *matrix, size_t panel, const uint8_t *q, const size_t rows,
                      const size_t panels, v16i *sums) {
  const size_t width = kernels_padded(matrix->inputs);
  const int8_t *weights = matrix->weights + panel * width * 16;
  (void)panels;  // always one
  int32x4_t acc[INT8_ROWS][4];
  // Activations are made signed again, so the offset's correction is not wanted.
  UNROLL for (size_t r = 0; r < rows; r++)
    UNROLL for (size_t c = 0; c < 4; c++) acc[r][c] = vdupq_n_s32(0);
  for (size_t k = 0; k < width; k += 16) {
    // Sixteen inputs of a row fill a register; a product takes four of them by their lane.
    int8x16_t a[INT8_ROWS];
    UNROLL for (size_t r = 0; r < rows; r++)
      a[r] = vreinterpretq_s8_u8(veorq_u8(vld1q_u8(q + r * width + k), vdupq_n_u8(0x80)));
#define LANE(NUMBER)                                                                             \
  UNROLL for (size_t c = 0; c < 4; c++) {                                                        \
    const int8x16_t w = vld1q_s8(weights + (k + 4 * (NUMBER)) * 16 + c * 16);                    \
    UNROLL for (size_t r = 0; r < rows; r++)                                                     \
      acc[r][c] = vdotq_laneq_s32(acc[r][c], w, a[r], (NUMBER));                                 \
  }
    LANE(0)
    LANE(1)
    LANE(2)
    LANE(3)
#undef LANE
  }
  UNROLL for (size_t r = 0; r < rows; r++) memcpy(&sums[r], acc[r], sizeof sums[r]);
}

// `vdotq_s32` takes signed bytes, so activations lose their offset first.
#define DOT_OFFSET 128
#define BYTE_QUERY_ROWS 4
#define BYTE_PANELS 1
INLINE v16i dot4(v16i sum, uint32_t four, const int8_t *w) {
  const int8x16_t a = vreinterpretq_s8_u32(vdupq_n_u32(four ^ 0x80808080u));
  int32x4_t quarters[4];
  memcpy(quarters, &sum, sizeof quarters);
  UNROLL for (size_t c = 0; c < 4; c++)
    quarters[c] = vdotq_s32(quarters[c], vld1q_s8(w + c * 16), a);
  memcpy(&sum, quarters, sizeof sum);
  return sum;
}
#include "attention.inc"

#define PATH_SET kernels_neon
#define PATH_NAME "neon"
#include "products.inc"

#pragma clang attribute pop
#endif
