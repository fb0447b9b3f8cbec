/** limits.h - every limit of size, depth and time, named in one place.
 *
 * Reports, rules and configuration may come from a stranger, so nothing grows without an end. A limit that is reached is an
 * error with this name's meaning in its message, or, for a rule, the outcome `not_run`; it is never a silent cut.
 * Sizes are bytes unless the name says otherwise.
 */
#ifndef GJ_BASE_LIMITS_H
#define GJ_BASE_LIMITS_H

#include <stddef.h>

#define GJ_KIB ((size_t)1024)
#define GJ_MIB (1024 * GJ_KIB)

/* Input */
#define GJ_MAX_INPUT (32 * GJ_MIB)      /* one report file */
#define GJ_MAX_MARKDOWN (4 * GJ_MIB)    /* libcmark 0.30.2 is quadratic on some inputs, design.md §5 */
#define GJ_MAX_CONFIG (256 * GJ_KIB)    /* one .gouji.lua */
#define GJ_MAX_VERIFIED (64 * GJ_MIB)   /* one result of -f json that verify reads again */
#define GJ_MAX_RULE_FILE (256 * GJ_KIB) /* one Lua file of a ruleset */
#define GJ_MAX_RULE_FILES 512
#define GJ_MAX_RULES 1024 /* rules in one ruleset */
#define GJ_MAX_CLAUSES 1024
#define GJ_MAX_PATH_DEPTH 32 /* folders walked below a path */
#define GJ_MAX_FILES 1000000 /* files in one run */

/* Document */
#define GJ_MAX_JSON_DEPTH 64
#define GJ_MAX_JSON_NODES 200000
#define GJ_MAX_JSON_NUMBER 63           /* characters of one number, as many as cJSON reads */
#define GJ_MAX_JSON_PATHS (16 * GJ_MIB) /* all JSON Pointers and dotted paths of one report together */
#define GJ_MAX_HTML_DEPTH 256
#define GJ_MAX_HTML_ELEMENTS 400000 /* block elements, rows and cells of one page */
#define GJ_MAX_HTML_PATHS 20000     /* a page of more elements gets no element paths, only lines and columns */
#define GJ_MAX_STRUCK 50000         /* places of one page where text is struck out */
#define GJ_MAX_BLOCKS 100000        /* headings, paragraphs, tables of one report */
#define GJ_MAX_EXTRA_SECTIONS 64    /* of canonical JSON */
#define GJ_MAX_TABLES 256
#define GJ_MAX_TABLE_ROWS 20000
#define GJ_MAX_TABLE_COLUMNS 256  /* also the largest colspan and rowspan believed */
#define GJ_MAX_TABLE_SLOTS 400000 /* rows times columns after merged cells are laid out */
#define GJ_MAX_RUNS 100000        /* source runs of one text */
#define GJ_MAX_LINES 4000000
#define GJ_MAX_PARTS 4096            /* files in one zip container */
#define GJ_MAX_PART (32 * GJ_MIB)    /* one of them unpacked */
#define GJ_MAX_PACKAGE (64 * GJ_MIB) /* all that are unpacked of one container */
#define GJ_MAX_PART_RATIO                                                                                              \
    300 /* times its packed size, from 1 MiB on; deflate reaches 1032, the XML of a long table 60 */
#define GJ_MAX_XML_GAP (2 * GJ_KIB) /* bytes from one '<' to the next before attributes are counted */
#define GJ_MAX_XML_ATTRIBUTES 500   /* of one tag: libxml2 2.9.14 compares each with all others */
#define GJ_MAX_XML_NAMES 20000 /* of elements, attributes and namespaces in one part; its table of names grows slow */
#define GJ_MAX_XML_DEPTH 250   /* elements inside one another; libxml2's own limit is 256 */
#define GJ_MAX_DOCX_PARAGRAPHS 400000 /* paragraphs of one document, those in cells included */
#define GJ_MAX_DOCX_TEXT (8 * GJ_MIB) /* all text of one document */
#define GJ_MAX_DOCX_STYLES 20000
#define GJ_MAX_DOCX_NUMBERINGS 20000 /* w:num and w:abstractNum */
#define GJ_MAX_DOCX_FIELDS 64        /* fields inside one another */
#define GJ_MAX_PAGES 2000            /* of one PDF or OFD */
#define GJ_MAX_GLYPHS 2000000        /* characters on all pages of one document */
#define GJ_MAX_PAGE_RULES 2000       /* straight lines of one page: each is compared with all others */
#define GJ_MAX_PDF_SIDE 3000         /* points: a larger page is not drawn, so that its tables are not known */
#define GJ_MAX_OFD_MARKS 1000000     /* things drawn in the content of one page, template or composite graphic */
#define GJ_MAX_OFD_PLACED 4000000    /* and on all pages together, with those of templates and graphics each time */
#define GJ_MAX_OFD_NESTING 16        /* composite graphics, and drawing parameters, inside one another */
#define GJ_MAX_DOCX_HEADERS 64       /* headers and footers looked at */

/* Report */
#define GJ_MAX_CLAIMS 4000
#define GJ_MAX_RELATIONS 1000
#define GJ_MAX_RELATION_TOKENS 4000  /* of one paragraph: its numbers, marks and joining words; the rest is not read */
#define GJ_CLAIM_BYTES (32 * GJ_MIB) /* text that claim patterns may scan in one report */
#define GJ_MAX_NOTICES 200           /* per report; the rest are counted */
#define GJ_MAX_FORM_ROWS 128
#define GJ_MAX_FORM_COLUMNS 32
#define GJ_MAX_HEADING_CHARS 40 /* code points: longer lines are no section heading */
#define GJ_MAX_LABEL 600        /* a longer cell is a text, not a label */
#define GJ_MAX_HEADINGS 1000    /* lines of one report that could be section headings */
#define GJ_MAX_HEADER_LINES 32  /* lines of a table that could be its header */
#define GJ_MAX_HEADER_WORDS 512
#define GJ_MAX_TITLE_CHARS 80 /* code points */

/* Rules */
#define GJ_MAX_FINDINGS 500 /* per report; reaching it is said */
#define GJ_MAX_FINDINGS_PER_RULE 50
#define GJ_MAX_EQUATIONS 512 /* per report */
#define GJ_MAX_TERMS 64      /* cells of one equation */
#define GJ_MAX_SUGGESTIONS 5 /* explanations shown; the true count is always given */
#define GJ_MAX_MESSAGE (4 * GJ_KIB)
#define GJ_MAX_MARKS 13             /* places one finding points at: the primary one and twelve more */
#define GJ_MAX_PRIVATE 100          /* values of one report that rules ask to hide */
#define GJ_MAX_MASKED 1000          /* values that one finding may ask to hide */
#define GJ_MAX_VALUE 1500           /* bytes of one named value in a message; a longer one is cut and ends in "…" */
#define GJ_LUA_MEMORY (64 * GJ_MIB) /* one Lua state */
#define GJ_LUA_LOAD_STEPS 20000000  /* VM instructions to load a ruleset or config */
#define GJ_LUA_RULE_STEPS 2000000   /* VM instructions of one rule on one report */
#define GJ_LUA_HOOK_EVERY 1000
#define GJ_API_STEPS 10 /* VM instructions charged for a field of an object, and for a step of an iterator */
#define GJ_LUA_BLOCK                                                                                                   \
    (256 *                                                                                                             \
     GJ_KIB) /* one string, one table's array, one stack: copies and comparisons of these are single instructions */
#define GJ_LUA_GARBAGE (8 * GJ_MIB) /* garbage that is left lying between calls */
#define GJ_LUA_VALUES 250           /* values that one call may spread over the stack: table.unpack, string.byte */
#define GJ_LUA_CALL_DEPTH 190       /* C calls, LUAI_MAXCCALLS is 200 */

/* Matching (PCRE2) */
#define GJ_MATCH_LIMIT 200000
#define GJ_MATCH_DEPTH 2000
#define GJ_MATCH_HEAP_KIB 4096
#define GJ_MAX_PATTERN 4096
#define GJ_MAX_PATTERN_REPEAT 1000   /* largest bounded repeat a rule may write */
#define GJ_MAX_SUBJECT (64 * GJ_KIB) /* one matched text */
#define GJ_MATCH_EFFORT 64           /* backtracking steps a start position gets before the search costs more */
#define GJ_MATCH_WORK 20000000       /* subject bytes times backtracking steps of one search */
#define GJ_MAX_PATTERNS 8192         /* of one matcher */
#define GJ_PATTERN_STEPS 1000        /* VM instructions charged for a pattern not seen before */
#define GJ_MAX_WORD 96               /* bytes of one word of a word list */
#define GJ_MAX_WORDS 8192            /* of all word lists of a ruleset */
#define GJ_MAX_SPOTTED 20000         /* words of the lists found in one report */
#define GJ_MAX_PAIR_MARKS 32         /* brackets and quotation marks that one search pairs */
#define GJ_MAX_PAIR_DEPTH 32         /* of them open at a time */
#define GJ_MATCH_BYTES (8 * GJ_MIB)  /* subject bytes one rule may scan on one report */

/* Likeness of texts (shingle.h) */
#define GJ_MAX_SHINGLES (64 * 1024) /* of one side: as many characters; a report has some 5000 */
#define GJ_SHINGLE_PLACES 8         /* places of one shingle that are tried */
#define GJ_SHINGLE_STEPS 2          /* VM instructions charged for a byte of text that is compared */
#define GJ_MAX_LIKE_TEXTS 4096      /* paragraphs on one side */
#define GJ_MAX_PASSAGES 20          /* common passages or repeats that one call gives */

/* Processes */
#define GJ_WORKER_MEMORY (512 * GJ_MIB) /* RLIMIT_AS of a worker above what it had at start */
#define GJ_WORKER_CPU_SECONDS 10        /* per report */
#define GJ_WORKER_WALL_SECONDS 20       /* of the clock, without progress */
#define GJ_WORKER_SHARE 1000            /* progress: more than one in so many of that time on a processor */
#define GJ_MAX_WORKERS 256
#define GJ_MAX_RESULT (24 * GJ_MIB) /* one encoded result on the pipe */

/* Output */
#define GJ_JSON_OUT_DEPTH 24    /* nesting that our own writer makes */
#define GJ_FRAME_LINES 6        /* source lines that one finding shows */
#define GJ_FRAME_COLUMNS 100    /* where the terminal's width is not known */
#define GJ_SHOWN_EQUATIONS 5    /* worked equations that one finding shows as text; JSON holds all */
#define GJ_SHOWN_PAIRS 1000     /* of reports that are alike */
#define GJ_SHOWN_BESIDE 20      /* paragraphs of such a pair side by side */
#define GJ_SHOWN_PARAGRAPH 2000 /* bytes of such a paragraph */
#define GJ_SHOWN_DIFFERENCES 12 /* of one report that verify shows as text; JSON holds all */
#define GJ_SARIF_RESULTS 25000  /* a run, GitHub's limit */
#define GJ_SARIF_RUNS 20        /* a file, GitHub's limit */
#define GJ_SARIF_LOCATIONS 1000 /* a result, GitHub's limit */
#define GJ_SARIF_TAGS 20        /* a rule, GitHub's limit */

/* Pages */
#define GJ_MAX_FACSIMILE (8 * GJ_MIB) /* of one report's text as a page shows it; that the rest is missing is said */
#define GJ_FAX_MARK_TEXTS 64          /* paragraphs and cells that one mark highlights */
#define GJ_DESK_FINDINGS 20           /* of one rule in one report on the county page; how many more is said */
#define GJ_DESK_TEXTS (96 * GJ_MIB)   /* the county page: past it reports are without their texts, which is said */
#define GJ_PAGE_BYTES (256 * GJ_MIB)  /* one page: reports past it are only listed, which is said */

/* Collections */
#define GJ_MAX_RECORD_TEXT                                                                                             \
    (128 * GJ_KIB) /* of one report's paragraphs in its facts record; that the rest is missing is said */
#define GJ_MAX_RECORD (8 * GJ_MIB) /* one line of a facts file */

#define GJ_MAX_FACTS (1024 * GJ_MIB)    /* one facts file */
#define GJ_MAX_ROSTER (16 * GJ_MIB)     /* one roster */
#define GJ_MAX_PATH_LIST (256 * GJ_MIB) /* one list of paths */
#define GJ_MAX_TEMPLATE (64 * GJ_KIB)   /* of a notice's template */
#define GJ_MAX_CSV_ROWS 100000
#define GJ_MAX_CSV_FIELDS 256
#define GJ_COLLECT_STEPS 20000 /* VM instructions of one collection rule for each report, beside GJ_LUA_RULE_STEPS */
#define GJ_MAX_COLLECTED 10000 /* findings about one collection; reaching it is said */

/* Copying (collect/copying.h) */
#define GJ_COPY_SECTIONS 8     /* sections that count */
#define GJ_COPY_COMMON_FROM 10 /* texts from which on what most have does not count */
#define GJ_COPY_TEXT 150       /* runs of its own that a text must have to be judged */
#define GJ_COPY_SECTION 80     /* and a section */
#define GJ_COPY_BANDS 32       /* of GJ_COPY_ROWS bins */
#define GJ_COPY_ROWS 5         /* a pair of likeness 0.85 agrees in one band or more but for 1 in 3000 */
#define GJ_COPY_BINS (GJ_COPY_BANDS * GJ_COPY_ROWS)
#define GJ_COPY_SAMPLE 16  /* one run in so many is looked up, to find a text within another */
#define GJ_COPY_MARGIN 0.2 /* by which the estimate from the bins may be too low: four standard errors of 80 bins */
#define GJ_COPY_BUCKET 32  /* texts that agree in a band and are all held against each other */
#define GJ_COPY_WINDOW 8   /* of more, each against so many that follow */
#define GJ_COPY_CANDIDATES 4000000  /* pairs measured; reaching it is said */
#define GJ_COPY_COUNTERS (1u << 20) /* of runs; three tables of 4 MiB */
#define GJ_COPY_PARAGRAPH 0.5       /* likeness from which on paragraphs stand side by side */
#define GJ_COPY_BESIDE 20           /* runs of a paragraph that is worth it */

#define GJ_PLACE_LEAST 2 /* ideographs of a place's name before its ending */
#define GJ_PLACE_MOST 4
#define GJ_COPY_STEPS 1000 /* VM instructions charged to a rule for each report that is held against the others */

/* The store */
#define GJ_STORE_WAIT_SECONDS 30                           /* for another writer, and for a server to answer */
#define GJ_STORE_COLUMNS 32                                /* of one statement's rows */
#define GJ_STORE_BATCH 100                                 /* rows sent before their answers are waited for */
#define GJ_STORE_VALUE (GJ_MAX_INPUT + 8 * GJ_MIB)         /* one stored value: an original file, a record */
#define GJ_STORE_UNIT 600                                  /* bytes of a unit's name that can be filed */
#define GJ_MAX_ROUNDS 1000                                 /* submissions of one unit in one year */
#define GJ_MAX_LEDGER_LINE (GJ_MAX_INPUT / 3 * 4 + GJ_MIB) /* of an export: an original in base64 */

/* Text of errors */
#define GJ_ERROR_TEXT 512

#endif
