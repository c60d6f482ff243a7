#include "Tiers.h"

#if defined(__x86_64__)
static kernels_loop *const loops[][2] = {
    {kernels_evaluate_baseline, kernels_evaluate_baseline_plain},
    {kernels_evaluate_avx2, kernels_evaluate_avx2_plain},
    {kernels_evaluate_avx512, kernels_evaluate_avx512_plain},
};

// The compiler's own test, which asks the system too (XCR0) whether it keeps the wide registers of a process.
enum kernels_tier kernels_best_tier(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return kernels_avx512;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? kernels_avx2 : kernels_baseline;
}
#else
static kernels_loop *const loops[][2] = {{kernels_evaluate_baseline, kernels_evaluate_baseline_plain}};

enum kernels_tier kernels_best_tier(void) { return kernels_baseline; }
#endif

void kernels_evaluate(
    enum kernels_tier tier, const struct kernels_request *request, const double *xs, size_t count,
    const struct kernels_columns *columns) {
  loops[tier][request->precision < 53](request, xs, count, columns);
}
