/// Asks for memory before it is read, which Swift has no word for.

#ifndef PREFETCH_H
#define PREFETCH_H

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// Asks the processor to fetch the cache line at an address; any address will do.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address); }

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
