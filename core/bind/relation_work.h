/** relation_work.h - what the files that read relations share while they read one paragraph. Not for other stages. */
#ifndef GJ_BIND_RELATION_WORK_H
#define GJ_BIND_RELATION_WORK_H

#include "report.h"

typedef enum gj_token_type {
    GJ_TOKEN_NUMBER, /* a claim that counts something or is a rate */
    GJ_TOKEN_WORD,   /* a joining word */
    GJ_TOKEN_MARK,   /* 、 */
    GJ_TOKEN_COMMA,
    GJ_TOKEN_COLON,
    GJ_TOKEN_SEMICOLON,
    GJ_TOKEN_STOP,  /* 。！？ */
    GJ_TOKEN_OPEN,  /* a bracket */
    GJ_TOKEN_CLOSE, /* its other half */
    GJ_TOKEN_DIGITS /* a number that is no claim, and no date */
} gj_token_type;

/** A paragraph is a row of these; what stands between two of them is plain text. */
typedef struct gj_token {
    gj_token_type type;
    gj_joint joint;
    unsigned depth; /* brackets around it; of a bracket: around the pair */
    bool counts;    /* number: of things, not a rate or a time */
    bool figure;    /* number: part of a share or a change, no part of a list */
    bool part;      /* number: part of a break-down already */
    bool whole;     /* number: total of one */
    size_t begin, end;
    size_t claim;
} gj_token;

/** A percentage called a share: its base may be known only when the lists are. */
typedef struct gj_pending_share {
    size_t rate, part, base; /* tokens; part and base may be GJ_NOT_FOUND */
    bool direct;             /* 占 and the percentage touch: the base is the whole at hand */
    bool ratio;              /* 办结率: the nearest number by the one before it, where that fits */
    bool done;
} gj_pending_share;

typedef struct gj_relation_work {
    gj_arena *arena;
    gj_report *report;
    gj_error *err;
    const gj_joints *joints;
    GJ_LIST(gj_token) tokens;
    GJ_LIST(gj_pending_share) shares;
    GJ_LIST(gj_relation) relations;
    size_t first_relation; /* of the paragraph */
    size_t paragraph, first_claim, end_claim;
    gj_slice text;
} gj_relation_work;

#define GJ_LIST_ITEMS 64 /* parts of one list; a longer one is not read */

/** Cut the paragraph into tokens; false in *worth where it has no number. */
GJ_MUST_USE gj_status gj_relation_lex(gj_relation_work *work, bool *worth);
/** Changes; their numbers become figures, so that no list takes them. */
GJ_MUST_USE gj_status gj_relation_changes(gj_relation_work *work);
/** Find shares; their percentages (and bases that are said) become figures. */
GJ_MUST_USE gj_status gj_relation_find_shares(gj_relation_work *work);
GJ_MUST_USE gj_status gj_relation_lists(gj_relation_work *work);
/** Hold the shares that were found against the lists. */
GJ_MUST_USE gj_status gj_relation_settle_shares(gj_relation_work *work);

/** A new relation of the paragraph at hand; NULL when memory ran out or GJ_MAX_RELATIONS is reached (*full). */
gj_relation *gj_relation_new(gj_relation_work *work, gj_relation_kind kind, bool *full);

/** A number that counts things, is no figure, and may stand in a list. */
static inline bool gj_token_counts(const gj_relation_work *work, size_t token)
{
    return work->tokens.items[token].counts && !work->tokens.items[token].figure;
}
static inline bool gj_token_is(const gj_relation_work *work, size_t token, gj_joint joint)
{
    return token < work->tokens.count && work->tokens.items[token].type == GJ_TOKEN_WORD &&
           work->tokens.items[token].joint == joint;
}
/** 共 at `token`, just after a mark and just before a number: the total of what stands before. */
bool gj_token_opens_total(const gj_relation_work *work, size_t token);
/** 其中包括: the second of two words that open one list, which is read from the first and says no more than that. */
bool gj_token_opens_again(const gj_relation_work *work, size_t token);
static inline const gj_claim *gj_token_claim(const gj_relation_work *work, size_t token)
{
    return &work->report->claims[work->tokens.items[token].claim];
}
/** A mark that parts clauses: comma, colon, semicolon. */
static inline bool gj_token_parts(const gj_token *token)
{
    return token->type == GJ_TOKEN_COMMA || token->type == GJ_TOKEN_COLON || token->type == GJ_TOKEN_SEMICOLON;
}
/** The next token before (after) `at` at the same depth, brackets and what is in them stepped over; GJ_NOT_FOUND at a full stop and at
 *  the end of the bracket or paragraph. */
size_t gj_token_before(const gj_relation_work *work, size_t at);
size_t gj_token_after(const gj_relation_work *work, size_t at);
/** Bytes of plain text between two neighbours found by these functions, brackets apart. */
size_t gj_token_distance(const gj_relation_work *work, size_t before, size_t after);
/** Both measure words, or kinds of money or rate, are the same. */
bool gj_token_same_unit(const gj_relation_work *work, size_t a, size_t b);

/** An item of a list. */
typedef struct gj_list_item {
    size_t token;
    gj_span label;
    bool firm;       /* nothing but a label stands between it and the item before */
    bool close;      /* and no more than 、 or 和 */
    bool semi;       /* a semicolon stands just before it */
    bool rest;       /* called the rest */
    bool etc;        /* 等 follows */
    bool after_semi; /* a semicolon stands before it, though commas or 、 parted the items before */
} gj_list_item;

typedef enum gj_list_mode {
    GJ_LIST_OPENED,  /* after 其中: 其中 within it opens a list of the last item */
    GJ_LIST_PLAIN,   /* without such a word, which ends it */
    GJ_LIST_BACKWARD /* before 共: such a word begins it anew */
} gj_list_mode;

typedef struct gj_list {
    gj_list_item items[GJ_LIST_ITEMS];
    size_t count;
    bool divides; /* 分别 stands before the first item */
    bool certain; /* ended at a full stop, a closing bracket or the end of the paragraph */
    size_t next;  /* the token it ended at */
} gj_list;

/** Read the items from token `from` on, at its depth `depth`. `level` counts lists within lists. */
GJ_MUST_USE gj_status gj_list_scan(gj_relation_work *work, size_t from, unsigned depth, gj_list_mode mode, int level,
                                   gj_list *out);
/** The items of a list that may add up to a total: those of its measure word. */
typedef struct gj_picked {
    const gj_list_item *items[GJ_LIST_ITEMS];
    size_t count;
    bool pure; /* no item of another measure word stands between them */
} gj_picked;

/** Pick the items for the total at token `total`; where `mixed`, those of a measure word like its own too. */
void gj_list_pick(const gj_relation_work *work, const gj_list *list, size_t total, bool mixed, gj_picked *out);
/** How many first items add up to the total, nothings after them included; 0 where none do, or fewer than `least`. */
size_t gj_list_run(const gj_relation_work *work, const gj_picked *picked, gj_decimal total, size_t least);
/** Keep `count` items from the one at `from` as a break-down; `made` has its whole and second as tokens, its state, and closed. */
GJ_MUST_USE gj_status gj_list_keep(gj_relation_work *work, const gj_picked *picked, size_t from, size_t count,
                                   gj_relation made);
/** Whether both numbers have measure words in which the same things are counted. */
bool gj_token_alike(const gj_relation_work *work, size_t a, size_t b);

static inline gj_decimal gj_token_value(const gj_relation_work *work, size_t token)
{
    return gj_token_claim(work, token)->value;
}
static inline bool gj_token_exact(const gj_relation_work *work, size_t token)
{
    return gj_token_claim(work, token)->certainty == GJ_EXACT;
}

/** 其中 at token `opener` within a list whose last item is `whole`: keep the list of its parts where it adds up. `*next` is the token after its
 *  last part, or GJ_NOT_FOUND where it does not add up. */
GJ_MUST_USE gj_status gj_list_nested(gj_relation_work *work, size_t opener, size_t whole, int level, size_t *next);

/** A list that `opener` (其中, 分别, or the bracket or number before an unmarked list) opens, and its totals. */
GJ_MUST_USE gj_status gj_list_opened(gj_relation_work *work, size_t opener, size_t *next);
/** N件（A 3件、B 5件）, and N件，A 3件，B 5件。: kept where all adds up. */
GJ_MUST_USE gj_status gj_list_plain(gj_relation_work *work, size_t whole, size_t from);
/** A 3件、B 5件，共8件: `total` is the number after 共. */
GJ_MUST_USE gj_status gj_list_backward(gj_relation_work *work, size_t total);

#endif
