#include "xml_library.h"

#include "../../base/library.h"

#define FUNCTION(name)                                                                                                 \
    {                                                                                                                  \
        "xml" #name, offsetof(gj_xml_library, name)                                                                    \
    }

gj_status gj_xml_library_open(gj_xml_library *out, gj_error *err)
{
    static const gj_library_function functions[] = {
        FUNCTION(CreateMemoryParserCtxt),
        FUNCTION(FreeParserCtxt),
        FUNCTION(CtxtUseOptions),
        FUNCTION(ParseDocument),
        FUNCTION(StopParser),
        FUNCTION(FreeDoc),
        FUNCTION(DictSize),
        FUNCTION(SetStructuredErrorFunc),
        { "__xmlStructuredError", offsetof(gj_xml_library, structured_error) },
        { "__xmlStructuredErrorContext", offsetof(gj_xml_library, structured_error_context) },
    };
    return gj_library_open("libxml2.so.2", "libxml2", "docx, ofd", functions, sizeof functions / sizeof *functions, out,
                           &out->handle, err);
}

void gj_xml_library_close(gj_xml_library *library)
{
    gj_library_close(library->handle);
    library->handle = NULL;
}
