#ifndef ACTVIZ_CYAML_SHIM_H
#define ACTVIZ_CYAML_SHIM_H

#include <yaml.h>

#endif
