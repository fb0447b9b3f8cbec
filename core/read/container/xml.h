/** xml.h - one XML part walked element by element (libxml2's SAX2), for the readers of compound formats.
 *
 * Nothing is fetched and nothing expanded: a DOCTYPE is refused, so there are no entities but XML's five; nesting is bounded by
 * GJ_MAX_XML_DEPTH, the attributes of a tag by GJ_MAX_XML_ATTRIBUTES. Names are resolved once each: the caller's `name` gives
 * an element of (namespace, local name) a number, and 0 to those it does not know, whose events still come (their contents may matter).
 */
#ifndef GJ_READ_XML_H
#define GJ_READ_XML_H

#include "xml_library.h"

typedef struct gj_xml_tag {
    unsigned name;
    const unsigned char *const *attributes; /* libxml2's: five pointers each */
    size_t count;
} gj_xml_tag;

/** Each may fail; its status ends the walk and is returned. Texts are UTF-8 and borrowed for the call; one text may come in pieces. */
typedef struct gj_xml_handler {
    unsigned (*name)(const char *space, const char *local); /* `space` may be "" */
    gj_status (*open)(void *context, const gj_xml_tag *tag);
    gj_status (*close)(void *context, unsigned name);
    gj_status (*text)(void *context, gj_slice text); /* NULL: not wanted */
} gj_xml_handler;

/** Walk `part`. `what` names it in messages. GJ_INPUT where it is no well-formed XML or has a DOCTYPE, GJ_LIMIT past a limit. */
GJ_MUST_USE gj_status gj_xml_walk(const gj_xml_library *library, gj_slice part, gj_slice what,
                                  const gj_xml_handler *handler, void *context, gj_error *err);

/** The value of an attribute by its local name, whatever its namespace; data NULL where there is none. */
gj_slice gj_xml_attribute(const gj_xml_tag *tag, const char *local);
/** A whole number within [least, most]; `otherwise` where there is none or it is no number. */
long gj_xml_number(gj_slice value, long least, long most, long otherwise);

#endif
