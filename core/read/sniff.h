/** sniff.h - telling formats apart, for gj_read, which has looked at the encoding already. */
#ifndef GJ_READ_SNIFF_H
#define GJ_READ_SNIFF_H

#include "read.h"

/** gj_sniff for bytes that are known to be text: always a format. */
gj_format gj_sniff_text(gj_slice name, gj_slice bytes);

/** A zip whose names have OFD.xml among them and no document of a word processor. */
bool gj_sniff_ofd(gj_slice bytes);

#endif
