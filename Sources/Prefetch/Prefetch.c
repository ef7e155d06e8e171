// A target needs a source; all there is stands in the header.
#include "Prefetch.h"
