#include "CKernels.h"

typedef void kernels_loop(
    const struct kernels_request *, const double *, size_t, const struct kernels_columns *);

kernels_loop kernels_evaluate_baseline, kernels_evaluate_avx2, kernels_evaluate_avx512;
