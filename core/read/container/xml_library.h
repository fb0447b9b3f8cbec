/** xml_library.h - libxml2, loaded when the first XML part is read (base/library.h). */
#ifndef GJ_READ_XML_LIBRARY_H
#define GJ_READ_XML_LIBRARY_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "../../base/status.h"

/** What we call of it, under its own names without the `xml`. The last two are where the thread's handler of errors is kept. */
typedef struct gj_xml_library {
    void *handle;
    __typeof__(xmlCreateMemoryParserCtxt) *CreateMemoryParserCtxt;
    __typeof__(xmlFreeParserCtxt) *FreeParserCtxt;
    __typeof__(xmlCtxtUseOptions) *CtxtUseOptions;
    __typeof__(xmlParseDocument) *ParseDocument;
    __typeof__(xmlStopParser) *StopParser;
    __typeof__(xmlFreeDoc) *FreeDoc;
    __typeof__(xmlDictSize) *DictSize;
    __typeof__(xmlSetStructuredErrorFunc) *SetStructuredErrorFunc;
    xmlStructuredErrorFunc *(*structured_error)(void);
    void **(*structured_error_context)(void);
} gj_xml_library;

/** GJ_INPUT with the package to install where it is missing. */
GJ_MUST_USE gj_status gj_xml_library_open(gj_xml_library *out, gj_error *err);
/** Safe on a zeroed one. */
void gj_xml_library_close(gj_xml_library *library);

#endif
