// Memory of one page's tree: taken from one stretch, in order, and given back all at once.
//
// A page's tree is thousands of small pieces that live and die together. Between `ombud_enter` and
// `ombud_leave` what libxml2 asks for on this thread comes from the thread's stretch; what does not fit, and
// all else, comes from malloc. An address tells which it was, so that either may be freed at any time.
#pragma once
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

// Each piece is preceded by its size.
typedef struct {
    char *start, *at, *end;
    // The last piece that was given out: it can grow or go where it lies.
    char *last;
    // Where pieces have lain up to: memory past it costs nothing.
    char *top;
    // Something did not fit: then the tree must be freed piece by piece.
    int overflowed;
} ombud_arena;

// The stretch that this thread takes from; NULL outside of a page. It is a variable of whichever object file
// includes this, so that one Swift file alone calls these functions.
static __thread ombud_arena *ombud_current = NULL;

static inline int ombud_arena_holds(const ombud_arena *arena, const void *piece) {
    return arena != NULL && (const char *)piece >= arena->start && (const char *)piece < arena->end;
}

static inline void *ombud_arena_malloc(size_t size) {
    ombud_arena *arena = ombud_current;
    if (arena == NULL) return malloc(size);
    size_t whole = (size + 7) & ~(size_t)7;
    if (whole < size || whole + 8 > (size_t)(arena->end - arena->at)) {
        arena->overflowed = 1;
        return malloc(size);
    }
    char *piece = arena->at + 8;
    *(size_t *)arena->at = whole;
    arena->at = piece + whole;
    arena->last = piece;
    return piece;
}

static inline void ombud_arena_free(void *piece) {
    ombud_arena *arena = ombud_current;
    if (!ombud_arena_holds(arena, piece)) {
        free(piece);
    } else if (piece == (void *)arena->last) {
        arena->at = arena->last - 8;
        arena->last = NULL;
    }
}

static inline void *ombud_arena_realloc(void *piece, size_t size) {
    ombud_arena *arena = ombud_current;
    if (piece == NULL) return ombud_arena_malloc(size);
    if (!ombud_arena_holds(arena, piece)) return realloc(piece, size);
    size_t had = ((size_t *)piece)[-1];
    if (size <= had) return piece;
    size_t whole = (size + 7) & ~(size_t)7;
    if (piece == (void *)arena->last && whole >= size && whole <= (size_t)(arena->end - arena->last)) {
        ((size_t *)piece)[-1] = whole;
        arena->at = arena->last + whole;
        return piece;
    }
    void *moved = ombud_arena_malloc(size);
    if (moved != NULL) memcpy(moved, piece, had);
    return moved;
}

static inline char *ombud_arena_strdup(const char *text) {
    size_t size = strlen(text) + 1;
    char *copy = ombud_arena_malloc(size);
    if (copy != NULL) memcpy(copy, text, size);
    return copy;
}

// Once, before any other use of libxml2: what it makes for good, it makes here.
static inline void ombud_arena_install(void) {
    xmlMemSetup(ombud_arena_free, ombud_arena_malloc, ombud_arena_realloc, ombud_arena_strdup);
    xmlInitParser();
    // The tables that a first page would make, made with malloc.
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (parser != NULL) {
        xmlFreeDoc(htmlCtxtReadMemory(parser, "<p>", 3, NULL, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING));
        htmlFreeParserCtxt(parser);
    }
}

// An arena of `size` bytes, most of which cost nothing until they are used; NULL when there is no room, or
// when malloc alone is wanted: under a sanitizer.
static inline ombud_arena *ombud_arena_new(size_t size) {
#ifdef OMBUD_NO_ARENA
    (void)size;
    return NULL;
#endif
    ombud_arena *arena = malloc(sizeof *arena);
    void *start = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (arena == NULL || start == MAP_FAILED) {
        if (start != MAP_FAILED) munmap(start, size);
        free(arena);
        return NULL;
    }
    arena->start = arena->at = start;
    arena->end = arena->start + size;
    arena->top = start;
    arena->last = NULL;
    arena->overflowed = 0;
    return arena;
}

// Gives the memory past the first `kept` bytes back to the system.
static inline void ombud_arena_trim(ombud_arena *arena, size_t kept) {
    if (arena->top <= arena->start + kept) return;
    madvise(arena->start + kept, (size_t)(arena->end - arena->start) - kept, MADV_DONTNEED);
    arena->top = arena->start + kept;
}

static inline int ombud_is_inside(void) { return ombud_current != NULL; }

// The last error of the thread outlives a page: it is dropped on the way in and out.
static inline void ombud_enter(ombud_arena *arena) {
    xmlResetLastError();
    arena->at = arena->start;
    arena->last = NULL;
    arena->overflowed = 0;
    ombud_current = arena;
}

static inline void ombud_leave(void) {
    xmlResetLastError();
    ombud_arena *arena = ombud_current;
    if (arena != NULL && arena->at > arena->top) arena->top = arena->at;
    ombud_current = NULL;
}

// A tree that lies whole inside the stretch needs no freeing.
static inline void ombud_free_doc(xmlDocPtr document) {
    ombud_arena *arena = ombud_current;
    if (!ombud_arena_holds(arena, document) || arena->overflowed) xmlFreeDoc(document);
}
