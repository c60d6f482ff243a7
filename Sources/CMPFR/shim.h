#ifndef ACTVIZ_CMPFR_SHIM_H
#define ACTVIZ_CMPFR_SHIM_H

#include <mpfr.h>

/* What follows are macros in mpfr.h, which Swift cannot see. */

/* Makes a number, not yet a value, whose digits lie in memory of the caller's. */
static inline void actviz_mpfr_place(mpfr_ptr number, mpfr_prec_t bits, mp_limb_t *limbs) {
  mpfr_custom_init_set(number, MPFR_NAN_KIND, 0, bits, limbs);
}

/* The words that a number of so many bits takes. */
static inline size_t actviz_mpfr_limbs(mpfr_prec_t bits) {
  return mpfr_custom_get_size(bits) / sizeof(mp_limb_t);
}

/* −1, 0 or 1. */
static inline int actviz_mpfr_sign(mpfr_srcptr number) { return mpfr_sgn(number); }

/* The widest range of exponents that there is, for the thread that asks: what a formula computes on its way to a
   finite value may be far beyond doubles. MPFR keeps the range and its flags apart for every thread. */
static inline void actviz_mpfr_widest_range(void) {
  mpfr_set_emin(mpfr_get_emin_min());
  mpfr_set_emax(mpfr_get_emax_max());
}

#endif
