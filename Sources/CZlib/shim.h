#ifndef ACTVIZ_CZLIB_SHIM_H
#define ACTVIZ_CZLIB_SHIM_H

#include <zlib.h>

/* Begins to read a deflated stream that has no header, as zip archives hold it: a macro, which Swift does not see. */
static inline int actviz_inflate_begin(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

#endif
