// AVX-512 with VNNI: Intel from Cascade Lake (2019), AMD from Zen 4 (2022).

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(                                                                     \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,avx2,fma"))),            \
    apply_to = function)

#include "vectors.h"

// 24 sums, 3 columns of weights and an activation: 28 of 32 registers.
#define FLOAT_ROWS 8
#define FLOAT_PANELS 3
#define DOT_ROWS 4
#define QUERY_ROWS 8
#include "floats.inc"

#define INT8_ROWS 8
#define INT8_PANELS 3
INLINE void int8_sums(const Int8Matrix *matrix, size_t panel, const uint8_t *q, const size_t rows,
                      const size_t panels, v16i *sums) {
  const size_t width = kernels_padded(matrix->inputs);
  const int8_t *weights = matrix->weights + panel * width * 16;
  __m512i acc[INT8_ROWS][INT8_PANELS];
  UNROLL for (size_t r = 0; r < rows; r++)
    UNROLL for (size_t p = 0; p < panels; p++)
      acc[r][p] = _mm512_loadu_si512(matrix->corrections + (panel + p) * 16);
  for (size_t k = 0; k < width; k += 4) {
    __m512i w[INT8_PANELS];
    UNROLL for (size_t p = 0; p < panels; p++)
      w[p] = _mm512_loadu_si512(weights + (p * width + k) * 16);
    UNROLL for (size_t r = 0; r < rows; r++) {
      int32_t four;
      memcpy(&four, q + r * width + k, sizeof four);
      const __m512i a = _mm512_set1_epi32(four);
      UNROLL for (size_t p = 0; p < panels; p++)
        acc[r][p] = _mm512_dpbusd_epi32(acc[r][p], a, w[p]);
    }
  }
  UNROLL for (size_t r = 0; r < rows; r++)
    UNROLL for (size_t p = 0; p < panels; p++) sums[r * panels + p] = (v16i)acc[r][p];
}

#define DOT_OFFSET 0
#define BYTE_QUERY_ROWS 8
#define BYTE_PANELS 2
INLINE v16i dot4(v16i sum, uint32_t four, const int8_t *w) {
  return (v16i)_mm512_dpbusd_epi32((__m512i)sum, _mm512_set1_epi32((int32_t)four),
                                   _mm512_loadu_si512(w));
}
#include "attention.inc"

#define PATH_SET kernels_avx512_vnni
#define PATH_NAME "avx512-vnni"
#include "products.inc"

#pragma clang attribute pop
#endif
