/* Holds a program to AVX2 on a processor that has more, and counts what it really executes.
 *
 * Libraries of kernels choose their code path with the CPUID instruction, which a library that is
 * merely preloaded cannot intercept. But Linux can make CPUID fault (arch_prctl ARCH_SET_CPUID, on
 * processors that show the flag `cpuid_fault`): the instruction then raises SIGSEGV, and the
 * handler below executes the real one with faulting off, clears every feature newer than AVX2, and
 * steps over the two bytes. The cost is paid per CPUID, a few hundred times at start; no kernel
 * executes CPUID.
 *
 * What is hidden: AVX-512 in all its parts, VNNI (512 and 256 bits wide), BF16, FP16, AMX, GFNI,
 * VAES and VPCLMULQDQ, AVX10, and the opmask, zmm and tile states of leaf 0xD. XGETBV does not
 * fault and is not changed: XCR0 still shows the zmm states as enabled. Every known dispatcher
 * tests the CPUID bits as well, and the census below tells whether one did not.
 *
 * The setting belongs to the thread; threads and forked processes inherit it, `exec` drops it (and
 * the preloaded constructor sets it again). The dynamic loader reads CPUID before any constructor
 * runs, so glibc's own copy and compare routines are held with GLIBC_TUNABLES by the caller.
 *
 * The census: a profiling timer (SIGPROF, CPU time) looks at the instruction that was interrupted.
 * In 64-bit code a first byte 0x62 is EVEX, that is AVX-512 in any width, and 0xC4 or 0xC5 is VEX,
 * AVX and AVX2. In map 0F38, opcodes 0x50 and 0x51 are VPDPBUSD(S), the VNNI dot product, 0x04 is
 * VPMADDUBSW, its AVX2 substitute, and 0xB8 VFMADD231P; in map 0F, 0xF5 is VPMADDWD. A sampled
 * proof, not a trace.
 *
 * Environment: HOLD_TO_AVX2=0 leaves CPUID alone and only counts, for the contrast.
 * Build:       cc -O2 -shared -fPIC -o hold_to_avx2.so hold_to_avx2.c
 */
#define _GNU_SOURCE
#include <cpuid.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <ucontext.h>
#include <unistd.h>

#define SET_CPUID 0x1012 /* ARCH_SET_CPUID: 0 faults, 1 executes */
#define BIT(n) (1u << (n))

enum { samples, evex, vex, fma, dot_vnni, dot_maddubs, dot_maddwd, cpuids, kinds };
static volatile long counts[kinds];
static struct sigaction former;

static void hide(unsigned leaf, unsigned subleaf, unsigned r[4]) {
  switch (leaf) {
  case 7:
    if (subleaf != 0) { /* 7.1: AVX-VNNI, AVX512-BF16, AMX-FP16; an AVX2 machine has none of it */
      r[0] = r[1] = r[2] = r[3] = 0;
      break;
    }
    r[0] = 0; /* no further subleaf */
    /* AVX512 F, DQ, IFMA, PF, ER, CD, BW, VL */
    r[1] &= ~(BIT(16) | BIT(17) | BIT(21) | BIT(26) | BIT(27) | BIT(28) | BIT(30) | BIT(31));
    /* VBMI, VBMI2, GFNI, VAES, VPCLMULQDQ, VNNI, BITALG, VPOPCNTDQ */
    r[2] &= ~(BIT(1) | BIT(6) | BIT(8) | BIT(9) | BIT(10) | BIT(11) | BIT(12) | BIT(14));
    /* 4VNNIW, 4FMAPS, VP2INTERSECT, AMX-BF16, AVX512-FP16, AMX-TILE, AMX-INT8 */
    r[3] &= ~(BIT(2) | BIT(3) | BIT(8) | BIT(22) | BIT(23) | BIT(24) | BIT(25));
    break;
  case 0xD: /* XCR0 bits 5 to 7: opmask and zmm; 17 and 18: tiles */
    if (subleaf == 0) r[0] &= ~(BIT(5) | BIT(6) | BIT(7) | BIT(17) | BIT(18));
    break;
  case 0x1D: case 0x1E: case 0x24: /* AMX tiles, AMX multiplier, AVX10 */
    r[0] = r[1] = r[2] = r[3] = 0;
    break;
  }
}

static void on_fault(int number, siginfo_t *info, void *context) {
  greg_t *g = ((ucontext_t *)context)->uc_mcontext.gregs;
  const unsigned char *at = (const unsigned char *)g[REG_RIP];
  (void)number;
  /* CPUID faults as a general protection (no address); anything else is real: let it happen. */
  if (info->si_code != SI_KERNEL || at[0] != 0x0F || at[1] != 0xA2) {
    sigaction(SIGSEGV, &former, NULL);
    return;
  }
  unsigned leaf = (unsigned)g[REG_RAX], subleaf = (unsigned)g[REG_RCX], r[4];
  syscall(SYS_arch_prctl, SET_CPUID, 1);
  __cpuid_count(leaf, subleaf, r[0], r[1], r[2], r[3]);
  syscall(SYS_arch_prctl, SET_CPUID, 0);
  hide(leaf, subleaf, r);
  g[REG_RAX] = r[0];
  g[REG_RBX] = r[1];
  g[REG_RCX] = r[2];
  g[REG_RDX] = r[3];
  g[REG_RIP] += 2;
  counts[cpuids]++;
}

static void on_sample(int number, siginfo_t *info, void *context) {
  const unsigned char *at =
      (const unsigned char *)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
  int map = 0, opcode = -1;
  (void)number;
  (void)info;
  counts[samples]++;
  if (at[0] == 0x62) { /* EVEX: three payload bytes, then the opcode */
    counts[evex]++;
    map = at[1] & 7;
    opcode = at[4];
  } else if (at[0] == 0xC4) { /* VEX, three bytes */
    counts[vex]++;
    map = at[1] & 31;
    opcode = at[3];
  } else if (at[0] == 0xC5) { /* VEX, two bytes, always map 0F */
    counts[vex]++;
    map = 1;
    opcode = at[2];
  }
  if (map == 2 && (opcode == 0x50 || opcode == 0x51)) counts[dot_vnni]++;
  if (map == 2 && opcode == 0xB8) counts[fma]++;
  if (map == 2 && opcode == 0x04) counts[dot_maddubs]++;
  if (map == 1 && opcode == 0xF5) counts[dot_maddwd]++;
}

/* Starts (microseconds of CPU time between samples) or stops (0) the census. */
void hold_watch(long period) {
  struct sigaction action = {.sa_sigaction = on_sample, .sa_flags = SA_SIGINFO | SA_RESTART};
  struct itimerval timer = {{0, period}, {0, period}};
  if (period) sigaction(SIGPROF, &action, NULL);
  setitimer(ITIMER_PROF, &timer, NULL);
}

/* The counts so far, in the order of the enumeration above. */
void hold_counts(long out[kinds]) {
  for (int i = 0; i < kinds; i++) out[i] = counts[i];
}

__attribute__((constructor)) static void hold(void) {
  const char *wish = getenv("HOLD_TO_AVX2");
  struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_NODEFER};
  if (wish && strcmp(wish, "0") == 0) return;
  sigaction(SIGSEGV, &action, &former);
  if (syscall(SYS_arch_prctl, SET_CPUID, 0) != 0) {
    fprintf(stderr, "hold_to_avx2: this processor or kernel cannot make CPUID fault; not held\n");
    _exit(3);
  }
}
