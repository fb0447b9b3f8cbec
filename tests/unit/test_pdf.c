/* PDF after poppler: characters with boxes and lines to paragraphs and tables; lines in a picture. */
#include "support.h"
