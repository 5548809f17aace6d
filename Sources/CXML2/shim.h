// Debian's libxml2 headers pull in ICU's, which clash with the copy inside Foundation when
// libicu-dev is installed: switch that part off before anything else is included.
#pragma once
#include <malloc.h>

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// Each end tag without a start tag makes the HTML parser walk its stack of open elements, so that a
// hostile page costs depth times end tags. Every such tag is also reported as an error: the sum of
// the depths at errors is that cost, kept in `_private`, and the parser is stopped when it is too much.
// The handler belongs to the thread; it is also what keeps libxml2 from writing to standard error.
static inline void ombud_count_error(void *context, xmlErrorPtr error) {
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    (void)error;
    if (parser == NULL) return;
    size_t cost = (size_t)parser->_private + (size_t)parser->nameNr;
    parser->_private = (void *)cost;
    if (cost > 400000000) xmlStopParser(parser);
}

static inline void ombud_watch(xmlParserCtxtPtr parser) {
    parser->_private = NULL;
    xmlSetStructuredErrorFunc(parser, ombud_count_error);
}

static inline void ombud_unwatch(void) { xmlSetStructuredErrorFunc(NULL, NULL); }

static inline void ombud_ignore_error(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

// Quiet, and bounded: an expression may ask for more than a page's nodes squared.
static inline void ombud_bound_xpath(xmlXPathContextPtr context) {
    context->error = ombud_ignore_error;
    context->opLimit = 50000000;
}

// `xmlFree` is a global variable that holds a function.
static inline void ombud_free(void *memory) { xmlFree(memory); }
