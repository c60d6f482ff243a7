#include "CKernels.h"

typedef void kernels_loop(
    const struct kernels_request *, const double *, size_t, const struct kernels_columns *);
typedef void kernels_single_loop(const struct kernels_request *, const float *, size_t, float *, uint64_t *);
typedef void kernels_look(const struct kernels_answers *, size_t, const struct kernels_comparison *, struct kernels_counts *);
typedef struct kernels_summary kernels_sum(const struct kernels_errors *, size_t, size_t, double);
typedef size_t kernels_end(const void *, size_t, size_t);
typedef void kernels_read(const void *, size_t, double *);

// With PLAIN functions are for types narrower than doubles, and have names of their own.
kernels_loop kernels_evaluate_baseline, kernels_evaluate_avx2, kernels_evaluate_avx512;
kernels_loop kernels_evaluate_baseline_plain, kernels_evaluate_avx2_plain, kernels_evaluate_avx512_plain;
kernels_single_loop kernels_evaluate_singles_baseline_plain, kernels_evaluate_singles_avx2_plain,
    kernels_evaluate_singles_avx512_plain;
kernels_look kernels_compare_baseline_plain, kernels_compare_avx2_plain, kernels_compare_avx512_plain;
kernels_sum kernels_summarize_baseline_plain, kernels_summarize_avx2_plain, kernels_summarize_avx512_plain;
kernels_read kernels_widen_baseline_plain, kernels_widen_avx2_plain, kernels_widen_avx512_plain;
kernels_end kernels_binade_end_baseline_plain, kernels_binade_end_avx2_plain, kernels_binade_end_avx512_plain;
kernels_end kernels_single_binade_end_baseline_plain, kernels_single_binade_end_avx2_plain,
    kernels_single_binade_end_avx512_plain;

// The name of a tier's function.
#ifdef PLAIN
#define JOINED(name, tier) name##_##tier##_plain
#else
#define JOINED(name, tier) name##_##tier
#endif
#define OF_TIER(name, tier) JOINED(name, tier)
#define NAMED(name) OF_TIER(name, TIER)
