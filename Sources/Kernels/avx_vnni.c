// AVX-VNNI: VNNI without AVX-512, Intel from Alder Lake (2021), AMD from Zen 5 (2024).

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma,avxvnni"))), apply_to = function)

#include "vectors.h"

typedef int32_t v8i __attribute__((vector_size(32)));

// A vector of sixteen takes two of the 16 registers.
#define FLOAT_ROWS 6
#define FLOAT_PANELS 1
#define DOT_ROWS 2
#define QUERY_ROWS 3
#include "floats.inc"

// 12 sums, 2 of weights, an activation: 15 of 16 registers.
#define INT8_ROWS 6
#define INT8_PANELS 1
#define DOT(sum, a, w) _mm256_dpbusd_avx_epi32(sum, a, w)
#include "ymm_sums.inc"

#define DOT_OFFSET 0
#define BYTE_QUERY_ROWS 4
#define BYTE_PANELS 1
#include "ymm_dot4.inc"
#include "attention.inc"

#define PATH_SET kernels_avx_vnni
#define PATH_NAME "avx-vnni"
#include "products.inc"

#pragma clang attribute pop
#endif
