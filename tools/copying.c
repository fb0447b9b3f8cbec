/* make copying: synthetic reports with planted copies through gj_copying_make, at growing sizes. Prints for each size what was planted, how much of it lies
 * above the threshold by counting alone (support_copies.h), how much of that was found, the least alike pair reported, and time and memory.
 * Usage: copying SIZE… ; one process a size, so that memory is each one's own. Ends with 1 where a planted copy was missed in more than 2 of 100
 * cases, or a pair was reported that is less than 0.6 alike. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../tests/unit/support_copies.h"

#define LEAST 0.85
#define WITHIN 0.9

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double cpu(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double mebibytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

static const gj_copy_pair *find_pair(const gj_copying *c, size_t a, size_t b)
{
    for (size_t low = 0, high = c->pair_count; low < high;) {
        size_t middle = low + (high - low) / 2;
        const gj_copy_pair *pair = &c->pairs[middle];
        if (pair->a == a && pair->b == b)
            return pair;
        if (pair->a < a || (pair->a == a && pair->b < b))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

typedef struct tally {
    size_t planted, above, found;
} tally;

/* Whether what was planted is above its threshold by the reference: as a whole, within, or in the section that was copied. */
static int count_planted(const reference *r, const gj_copying *c, tally tallies[PLANTS])
{
    gj_arena *scratch = gj_arena_new(0);
    for (size_t i = 0; scratch && i < r->of->planted_count; i++) {
        const planted *p = &r->of->planted[i];
        tally *t = &tallies[p->kind];
        gj_arena_reset(scratch);
        size_t section = p->kind == PLANT_SECTION ? p->section : GJ_COPY_WHOLE;
        bool above = p->kind == PLANT_WITHIN ? reference_within(scratch, r, p->a, p->b) >= WITHIN
                                             : reference_likeness(scratch, r, p->a, p->b, section) >= LEAST;
        t->planted++;
        t->above += above;
        t->found += above && find_pair(c, p->a, p->b);
    }
    bool made = scratch != NULL;
    gj_arena_free(scratch);
    return made ? 0 : -1;
}

/* The least alike of the pairs reported, by the reference. */
static double least_reported(const reference *r, const gj_copying *c)
{
    double least = 1;
    gj_arena *scratch = gj_arena_new(0);
    for (size_t i = 0; scratch && i < c->pair_count; i++) {
        gj_arena_reset(scratch);
        double best = reference_within(scratch, r, c->pairs[i].a, c->pairs[i].b);
        for (size_t s = 0; s <= COPIES_SECTIONS; s++) {
            bool alone = s == 0 || s == COPIES_SECTIONS - 1 || s == COPIES_SECTIONS;
            double alike = !alone ? 0
                                  : reference_likeness(scratch, r, c->pairs[i].a, c->pairs[i].b,
                                                       s == COPIES_SECTIONS ? GJ_COPY_WHOLE : s);
            best = alike > best ? alike : best;
        }
        least = best < least ? best : least;
    }
    gj_arena_free(scratch);
    return scratch ? least : 0;
}

/* How alike texts are that nobody copied: two thousand pairs of neighbours that are not planted. */
static void show_background(const reference *r)
{
    gj_arena *scratch = gj_arena_new(0);
    double sum = 0, most = 0;
    size_t count = 0;
    for (size_t i = 2; scratch && i + 1 < r->of->count && count < 2000; i++) {
        if (i % 10 < 2 || i % 10 > 6)
            continue;
        gj_arena_reset(scratch);
        double alike = reference_likeness(scratch, r, i, i + 1, GJ_COPY_WHOLE);
        sum += alike;
        most = alike > most ? alike : most;
        count++;
    }
    printf("        not copied: %zu pairs, %.3f alike on average, %.3f at most; %zu runs are common\n", count,
           sum / (double)count, most, r->common_count);
    gj_arena_free(scratch);
}

static int report(const reference *r, const gj_copying *c, double wall, double busy, double before, double peak)
{
    tally tallies[PLANTS] = { { 0, 0, 0 } };
    size_t above = 0, found = 0;
    if (count_planted(r, c, tallies))
        return 2;
    for (size_t i = 0; i < PLANTS; i++) {
        above += tallies[i].above;
        found += tallies[i].found;
    }
    double least = least_reported(r, c);
    printf("%7zu %9.0f %6zu %6zu %7.2f%% %6zu %7.3f %10zu %7.2f %7.2f %8.0f %8.0f\n", r->of->count,
           (double)r->of->chars / (double)r->of->count, above, found,
           above ? 100.0 * (double)found / (double)above : 100, c->pair_count, least, c->candidates, wall, busy, before,
           peak);
    if (!getenv("KINDS"))
        return (double)found < 0.98 * (double)above || least < 0.6;
    show_background(r);
    for (size_t i = 0; i < PLANTS; i++)
        printf("        %-12s planted %zu, above the threshold %zu, found %zu\n", plant_names[i], tallies[i].planted,
               tallies[i].above, tallies[i].found);
    return (double)found < 0.98 * (double)above || least < 0.6;
}

static int run(size_t count)
{
    gj_arena *arena = gj_arena_new(0);
    copies made;
    reference r;
    const gj_names *names;
    gj_copying *c = NULL;
    if (!arena || !copies_make(arena, count, 1, &made) ||
        gj_names_make(arena, made.names, made.count, &names, NULL) != GJ_OK)
        return 2;
    const gj_copy_options options = { copies_sections, COPIES_SECTIONS, copies_alone, 2, names, LEAST, WITHIN };
    double before = mebibytes(), wall = seconds(), busy = cpu();
    if (gj_copying_make(arena, made.texts, made.count, &options, &c, NULL) != GJ_OK)
        return 2;
    wall = seconds() - wall;
    busy = cpu() - busy;
    double peak = mebibytes();
    if (!reference_make(arena, &made, names, &r))
        return 2;
    int status = report(&r, c, wall, busy, before, peak);
    gj_arena_free(arena);
    return status;
}

int main(int argc, char **argv)
{
    int worst = 0;
    printf("reports characters above  found   recall  pairs   least candidates  wall s   cpu s  texts MiB peak MiB\n");
    for (int i = 1; i < argc; i++) {
        (void)fflush(stdout);
        pid_t child = fork();
        int status = 2;
        if (child == 0) {
            status = run((size_t)strtoul(argv[i], NULL, 10));
            (void)fflush(stdout);
            _exit(status);
        }
        if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status))
            status = 2 << 8;
        worst = WEXITSTATUS(status) > worst ? WEXITSTATUS(status) : worst;
    }
    return worst;
}
