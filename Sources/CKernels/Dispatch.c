#include "Tiers.h"

#define FUNCTIONS(tier) \
  { \
    {kernels_evaluate_##tier, kernels_evaluate_##tier##_plain}, kernels_evaluate_singles_##tier##_plain, \
        kernels_compare_##tier##_plain, kernels_summarize_##tier##_plain, kernels_binade_end_##tier##_plain, \
        kernels_single_binade_end_##tier##_plain, kernels_widen_##tier##_plain \
  }

// What a tier has.
static const struct {
  kernels_loop *evaluate[2];
  kernels_single_loop *evaluate_singles;
  kernels_look *compare;
  kernels_sum *summarize;
  kernels_end *binade_end;
  kernels_end *single_binade_end;
  kernels_read *widen;
} tiers[] = {
    FUNCTIONS(baseline),
#if defined(__x86_64__)
    FUNCTIONS(avx2),
    FUNCTIONS(avx512),
#endif
};

#if defined(__x86_64__)
// Both ask the system too (XCR0) whether it keeps the wide registers of a process. The C library's answer stands since the start; the
// compiler's asks the processor anew before `main`, in a dozen instructions each of which a virtual machine's host has to answer.
#if defined(__GLIBC__) && __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#define HAS(feature, name) CPU_FEATURE_ACTIVE(feature)
#else
#define HAS(feature, name) __builtin_cpu_supports(name)
#endif

enum kernels_tier kernels_best_tier(void) {
  if (HAS(AVX512F, "avx512f") && HAS(AVX512DQ, "avx512dq") && HAS(AVX512VL, "avx512vl")) return kernels_avx512;
  return HAS(AVX2, "avx2") && HAS(FMA, "fma") ? kernels_avx2 : kernels_baseline;
}
#else
enum kernels_tier kernels_best_tier(void) { return kernels_baseline; }
#endif

void kernels_evaluate(
    enum kernels_tier tier, const struct kernels_request *request, const double *xs, size_t count,
    const struct kernels_columns *columns) {
  tiers[tier].evaluate[request->precision < 53](request, xs, count, columns);
}

void kernels_evaluate_singles(
    enum kernels_tier tier, const struct kernels_request *request, const void *xs, size_t count, void *values,
    uint64_t *doubts) {
  tiers[tier].evaluate_singles(request, xs, count, values, doubts);
}

void kernels_compare(
    enum kernels_tier tier, const struct kernels_answers *answers, size_t count, const struct kernels_comparison *comparison,
    struct kernels_counts *counts) {
  tiers[tier].compare(answers, count, comparison, counts);
}

struct kernels_summary kernels_summarize(
    enum kernels_tier tier, const struct kernels_errors *found, size_t start, size_t count, double threshold) {
  return tiers[tier].summarize(found, start, count, threshold);
}

size_t kernels_binade_end(enum kernels_tier tier, const void *numbers, size_t start, size_t count) {
  return tiers[tier].binade_end(numbers, start, count);
}

size_t kernels_single_binade_end(enum kernels_tier tier, const void *numbers, size_t start, size_t count) {
  return tiers[tier].single_binade_end(numbers, start, count);
}

void kernels_widen(enum kernels_tier tier, const void *numbers, size_t count, double *wide) {
  tiers[tier].widen(numbers, count, wide);
}
