#include "CKernels.h"

typedef void kernels_loop(
    const struct kernels_request *, const double *, size_t, const struct kernels_columns *);

kernels_loop kernels_evaluate_baseline, kernels_evaluate_avx2, kernels_evaluate_avx512;
// For types narrower than doubles.
kernels_loop kernels_evaluate_baseline_plain, kernels_evaluate_avx2_plain, kernels_evaluate_avx512_plain;

// The name of a tier's loop.
#ifdef PLAIN
#define NAMED(name) name##_plain
#else
#define NAMED(name) name
#endif
