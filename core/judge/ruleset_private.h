/** ruleset_private.h - what the files that load a ruleset share. */
#ifndef GJ_JUDGE_RULESET_PRIVATE_H
#define GJ_JUDGE_RULESET_PRIVATE_H

#include <lauxlib.h>

#include "../bind/form_lua.h"
#include "../script/fields.h"
#include "ruleset.h"

/** What pack.lua names. */
typedef struct gj_pack {
    gj_slice id, version;
    gj_words name;
    gj_slice *forms, *libs, *words, *rules, *collection;
    size_t form_count, lib_count, word_count, rule_count, collection_count;
    gj_slice clauses, claims, relations, issuers, base, blank, notice, desk, measured, title,
        other_year; /* empty: none */
    gj_slice *hints;
    size_t hint_count;
    gj_slice section_owner, issuer_owner, scope_owner;
} gj_pack;

/** One file of a ruleset. */
typedef struct gj_rule_file {
    gj_slice name;  /* "form/2021" */
    gj_slice path;  /* for messages: "rules/zfxxgk/form/2021.lua"; ends in NUL */
    gj_slice bytes; /* source, or bytecode where builtin */
} gj_rule_file;

/** The table that a form's file returned, kept because the rules may want it as a library too. */
typedef struct gj_kept_form {
    gj_slice name; /* of the file */
    int table;     /* registry reference */
} gj_kept_form;

typedef struct gj_loader {
    gj_ruleset *ruleset;
    gj_forms *forms;
    gj_arena *arena;             /* the ruleset's */
    gj_arena *sources;           /* bytes of files until loading is done */
    gj_slice folder;             /* of the pack at hand; empty: built in */
    bool addition;               /* a folder of `with` */
    bool guarded;                /* strangers' rules will see the libraries */
    bool cases;                  /* wanted of the rules in the binary too, and what was measured */
    const gj_rule_file *file;    /* at hand */
    GJ_LIST(gj_rule_file) files; /* of the pack at hand, each once */
    GJ_LIST(gj_form) form_list;
    GJ_LIST(gj_kept_form) kept_forms; /* of the pack at hand */
    GJ_LIST(gj_clause) clauses;
    GJ_LIST(gj_rule) rules;
    GJ_LIST(gj_rule) collection;
    bool collecting; /* the files at hand hold rules about collections */
    GJ_LIST(gj_issuer_rule) issuers;
    GJ_LIST(gj_claim_kind) claims;
    GJ_LIST(gj_word_list) words;
    int lib;                 /* registry reference of the contents of the global `lib` */
    struct gj_loader **door; /* what the global `rule` reaches us by */
    gj_status failed;        /* of a rule{…}: a file may not go on by pcall */
    gj_error failure;
    gj_error *err;
} gj_loader;

/* ruleset_files.c */
/** The file `name` of the pack at hand, read once. `name` must be a plain relative path. */
GJ_MUST_USE gj_status gj_rule_file_open(gj_loader *loader, gj_slice name, gj_rule_file *out);
/** Digest over all files of the pack at hand, in byte order of their names. */
GJ_MUST_USE gj_status gj_rule_files_digest(gj_loader *loader, char out[65]);

/* ruleset_pack.c */
GJ_MUST_USE gj_status gj_pack_read(gj_fields *fields, bool addition, gj_pack *out);
GJ_MUST_USE gj_status gj_clauses_read(gj_fields *fields, gj_loader *loader);

/* ruleset_measured.c */
/** What measured.lua says, into the loader's rules; every rule it names must be there. */
GJ_MUST_USE gj_status gj_measured_read(gj_fields *fields, gj_loader *loader);

/* ruleset_load.c */
/** Load the pack in loader->folder; `out` is zeroed. */
GJ_MUST_USE gj_status gj_pack_load(gj_loader *loader, gj_pack *out);

/* ruleset_check.c */
/** Owners must be rules, and the cells and sections that claims name must be in a form. */
GJ_MUST_USE gj_status gj_ruleset_check(gj_loader *loader);

/* ruleset_rule.c */
/** The contract of rule{…}: read and check the table at fields->index. */
GJ_MUST_USE gj_status gj_rule_read(gj_fields *fields, gj_loader *loader, gj_rule *out);

/* ruleset_find.c */
const gj_clause *gj_clause_among(const gj_clause *clauses, size_t count, gj_slice id);

#endif
