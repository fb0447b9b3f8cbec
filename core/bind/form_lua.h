/** form_lua.h - forms, issuer patterns and claim kinds from the Lua tables of a ruleset.
 *
 * The fields are described in docs/rule-authors.md. Every table may hold only the fields known here, and every error names
 * file, place and field. The functions read raw fields only, but pushing a field's name may make Lua collect garbage: call them
 * in protected mode. Strings are copied into `fields->arena`, which must live as long as the forms.
 */
#ifndef GJ_BIND_FORM_LUA_H
#define GJ_BIND_FORM_LUA_H

#include "../script/fields.h"
#include "claim_pattern.h"
#include "form.h"

/** A form file's table. Its labels are indexed (labels.h) and its references checked: sections of tables, columns of rows. */
GJ_MUST_USE gj_status gj_form_from_lua(gj_fields *fields, gj_form *out);
/** The array of issuers.lua. Patterns are compiled when first used. */
GJ_MUST_USE gj_status gj_issuers_from_lua(gj_fields *fields, gj_matcher *matcher, gj_issuer_rule **out, size_t *count);
/** The array of claims.lua. `{n}` in a pattern becomes the group (?<n>…), a quantity as people write it (GJ_QUANTITY_GROUP, number.h);
 *  it may stand once. */
GJ_MUST_USE gj_status gj_claims_from_lua(gj_fields *fields, gj_matcher *matcher, gj_claim_kind **out, size_t *count);

/** The table of relations.lua: lists of joining words by what they do, and the measure words that are alike. */
GJ_MUST_USE gj_status gj_joints_from_lua(gj_fields *fields, gj_joints *out);

/* For the readers of this folder. */

/** Reads element `index` (from 0) of an array; `element->index` is the element's table. */
typedef gj_status (*gj_element_reader)(gj_fields *element, size_t index, void *context);
/** Push the named field (NULL: the table itself), the contents of a read-only table in its place. Three stack slots are needed. */
void gj_field_push(gj_fields *fields, const char *name);
/** How many elements the array field has; 0 when it is absent. An error when it is no array of tables, is empty where
 *  required, or has more than `most`. `name` NULL: the fields' own table is the array. */
GJ_MUST_USE gj_status gj_elements_count(gj_fields *fields, const char *name, bool required, size_t most, size_t *count);
/** Call `read` for every element. Errors name `what` and the element's "key" or its number. */
GJ_MUST_USE gj_status gj_elements_read(gj_fields *fields, const char *name, const char *what, gj_element_reader read,
                                       void *context);

#endif
