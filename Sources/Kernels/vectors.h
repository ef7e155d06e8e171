// Vectors of sixteen, which the compiler lays on whatever registers a path has, and the few
// operations that need more than an operator. Each path includes this after its target pragma.

#include <string.h>

#include "Kernels.h"

// Nothing may be fused that is not written as fused: the paths would drift apart.
#pragma STDC FP_CONTRACT OFF
// Vectors wider than a register pass between inlined functions only: no calling convention is met.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")
// Where the compiler's own vectors (gathers, scatters) are slower than one thing after another.
#define AS_WRITTEN _Pragma("clang loop vectorize(disable) interleave(disable)")

typedef float v16f __attribute__((vector_size(64)));
typedef int32_t v16i __attribute__((vector_size(64)));
typedef uint8_t v16b __attribute__((vector_size(16)));

INLINE v16f spread(float value) { return value - (v16f){0}; }
INLINE v16i spread_int(int32_t value) { return value - (v16i){0}; }

INLINE v16f load(const float *from) {
  v16f value;
  memcpy(&value, from, sizeof value);
  return value;
}

INLINE v16i load_ints(const int32_t *from) {
  v16i value;
  memcpy(&value, from, sizeof value);
  return value;
}

INLINE void store(float *to, v16f value) { memcpy(to, &value, sizeof value); }
INLINE void store_ints(int32_t *to, v16i value) { memcpy(to, &value, sizeof value); }

// a * b + c, rounded once.
#if defined(FUSED_IN_DOUBLES)
#include "fused_doubles.inc"
#else
INLINE v16f fused(v16f a, v16f b, v16f c) { return __builtin_elementwise_fma(a, b, c); }
#endif

INLINE v16f larger(v16f a, v16f b) {
  const v16i is_larger = a > b;
  return (v16f)((is_larger & (v16i)a) | (~is_larger & (v16i)b));
}

INLINE v16f smaller(v16f a, v16f b) {
  const v16i is_smaller = a < b;
  return (v16f)((is_smaller & (v16i)a) | (~is_smaller & (v16i)b));
}

INLINE v16f magnitude(v16f a) { return (v16f)((v16i)a & spread_int(0x7FFFFFFF)); }

// The sixteen lanes folded in halves: the same tree on every path.
#define FOLD(NAME, SCALAR, VECTOR, COMBINE)                                                       \
  INLINE SCALAR NAME(VECTOR v) {                                                                  \
    v = COMBINE(v, __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5,  \
                                           6, 7));                                                \
    v = COMBINE(v, __builtin_shufflevector(v, v, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9,    \
                                           10, 11));                                              \
    v = COMBINE(v, __builtin_shufflevector(v, v, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15,    \
                                           12, 13));                                              \
    v = COMBINE(v, __builtin_shufflevector(v, v, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12,    \
                                           15, 14));                                              \
    return v[0];                                                                                  \
  }
#define ADDED(a, b) ((a) + (b))
FOLD(sum_of, float, v16f, ADDED)
FOLD(total_of, int32_t, v16i, ADDED)
FOLD(maximum_of, float, v16f, larger)
#undef ADDED
#undef FOLD
