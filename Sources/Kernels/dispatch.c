// Which path this processor takes.

#include "Kernels.h"

extern const KernelSet kernels_portable;

#if defined(__x86_64__)
#include <cpuid.h>

extern const KernelSet kernels_avx2, kernels_avx_vnni, kernels_avx512_vnni;

// The parts of a register file that the system saves: bits 1-2 up to 32 bytes, 5-7 up to 64.
static unsigned saved_registers(void) {
  unsigned low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

static int has(KernelPath path) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return 0;
  const unsigned needed = (1u << 12) | (1u << 27) | (1u << 28);  // FMA, OSXSAVE, AVX
  if ((c & needed) != needed || (saved_registers() & 0x06) != 0x06) return 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  if (!(b & (1u << 5))) return 0;  // AVX2
  const unsigned subleaves = a;
  switch (path) {
    case KERNELS_AVX2:
      return 1;
    case KERNELS_AVX_VNNI:
      return subleaves >= 1 && __get_cpuid_count(7, 1, &a, &b, &c, &d) && (a & (1u << 4));
    case KERNELS_AVX512_VNNI: {
      // F, DQ, BW, VL; and VNNI.
      const unsigned wide = (1u << 16) | (1u << 17) | (1u << 30) | (1u << 31);
      return (b & wide) == wide && (c & (1u << 11)) && (saved_registers() & 0xE6) == 0xE6;
    }
    default:
      return 0;
  }
}

const KernelSet *kernels_for(KernelPath path) {
  switch (path) {
    case KERNELS_PORTABLE:
      return &kernels_portable;
    case KERNELS_AVX2:
      return has(path) ? &kernels_avx2 : 0;
    case KERNELS_AVX_VNNI:
      return has(path) ? &kernels_avx_vnni : 0;
    case KERNELS_AVX512_VNNI:
      return has(path) ? &kernels_avx512_vnni : 0;
    default:
      return 0;
  }
}

#elif defined(__aarch64__)
#if defined(__linux__)
#include <sys/auxv.h>
static int has_dot_product(void) { return (getauxval(AT_HWCAP) & (1ul << 20)) != 0; }
#else
static int has_dot_product(void) { return 1; }
#endif

extern const KernelSet kernels_neon;

const KernelSet *kernels_for(KernelPath path) {
  if (path == KERNELS_PORTABLE) return &kernels_portable;
  return path == KERNELS_NEON && has_dot_product() ? &kernels_neon : 0;
}

#else

const KernelSet *kernels_for(KernelPath path) {
  return path == KERNELS_PORTABLE ? &kernels_portable : 0;
}

#endif

const KernelSet *kernels_best(void) {
  static const KernelPath order[] = {KERNELS_AVX512_VNNI, KERNELS_AVX_VNNI, KERNELS_AVX2,
                                     KERNELS_NEON};
  for (size_t index = 0; index < sizeof order / sizeof *order; index++) {
    const KernelSet *found = kernels_for(order[index]);
    if (found) return found;
  }
  return &kernels_portable;
}
