// AVX2 with FMA: Intel from Haswell (2013), AMD from Zen (2017).

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#include "vectors.h"

typedef int32_t v8i __attribute__((vector_size(32)));

// A vector of sixteen takes two of the 16 registers.
#define FLOAT_ROWS 6
#define FLOAT_PANELS 1
#define DOT_ROWS 2
#define QUERY_ROWS 3
#include "floats.inc"

// 8 sums, 2 of weights, an activation, a product: measured faster than 5 or 6 rows, which spill.
#define INT8_ROWS 4
#define INT8_PANELS 1
// Pairs of products fit 16 bits by the promise of `Int8Matrix`, so nothing saturates.
#define DOT(sum, a, w)                                                                           \
  _mm256_add_epi32(sum, _mm256_madd_epi16(_mm256_maddubs_epi16(a, w), _mm256_set1_epi16(1)))
#include "ymm_sums.inc"

#define DOT_OFFSET 0
#define BYTE_QUERY_ROWS 4
#define BYTE_PANELS 1
#include "ymm_dot4.inc"
#include "attention.inc"

#define PATH_SET kernels_avx2
#define PATH_NAME "avx2"
#include "products.inc"

#pragma clang attribute pop
#endif
