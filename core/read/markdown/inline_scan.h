/** inline_scan.h - raw bytes to inline tokens. Between inline_scan.c and inline.c only. */
#ifndef GJ_READ_INLINE_SCAN_H
#define GJ_READ_INLINE_SCAN_H

#include "entity.h"
#include "inline.h"

typedef enum gj_token_kind {
    GJ_TOKEN_TEXT,
    GJ_TOKEN_LITERAL, /* text that says nothing about bold or pictures: a list marker */
    GJ_TOKEN_DECODED,
    GJ_TOKEN_BREAK,
    GJ_TOKEN_DELIMITER, /* a run of * or _ */
    GJ_TOKEN_BOLD,      /* <b>, </b> */
    GJ_TOKEN_BRACKET    /* [ ![ ] and what follows a ] that closes */
} gj_token_kind;

typedef enum gj_token_role { GJ_ROLE_NONE /* stays as text */, GJ_ROLE_OPEN, GJ_ROLE_CLOSE } gj_token_role;

struct gj_token {
    gj_token_kind kind;
    gj_token_role role;
    gj_span span;
    bool picture;         /* of a bracket */
    bool opens, closes;   /* of a delimiter: what it could do */
    char mark;            /* '*' or '_' */
    unsigned char length; /* of the delimiter, or of `decoded` */
    size_t below;         /* of an open delimiter: the one it lies on */
    char decoded[GJ_ENTITY_BYTES];
};

/** Append the tokens of `span`. Sets in->failed when memory or the limit on tokens ran out. */
void gj_inline_scan(gj_inline *in, gj_span span);
/** Append one token; NULL when that failed. */
gj_token *gj_inline_push(gj_inline *in, gj_token_kind kind, size_t begin, size_t end);

#endif
