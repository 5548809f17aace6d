// Debian's libxml2 headers pull in ICU's, which clash with the copy inside Foundation when
// libicu-dev is installed: switch that part off before anything else is included.
#pragma once
#include <malloc.h>
#include <sys/mman.h>

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

#include "arena.h"

// What a parser may spend on one page, and what it did; `reason` says which bound ended it.
enum { OMBUD_WITHIN = 0, OMBUD_TOO_DEEP = 1, OMBUD_TOO_MANY_LINKS = 2, OMBUD_TOO_MANY_NODES = 3 };

typedef struct {
    int depth, links, nodes;
    int links_seen, nodes_seen;
    int reason;
    size_t error_cost;
} ombud_bounds;

// Each end tag without a start tag makes the HTML parser walk its stack of open elements, so that a
// hostile page costs depth times end tags. Every such tag is also reported as an error: the sum of
// the depths at errors is that cost, and the parser is stopped when it is too much.
// The handler belongs to the thread; it is also what keeps libxml2 from writing to standard error.
static inline void ombud_count_error(void *context, xmlErrorPtr error) {
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    (void)error;
    if (parser == NULL || parser->_private == NULL) return;
    ombud_bounds *bounds = (ombud_bounds *)parser->_private;
    bounds->error_cost += (size_t)parser->nameNr;
    if (bounds->error_cost > 400000000) xmlStopParser(parser);
}

static inline int ombud_is_within(xmlParserCtxtPtr parser, int is_link, int attributes) {
    ombud_bounds *bounds = (ombud_bounds *)parser->_private;
    bounds->nodes_seen += 1 + attributes;
    bounds->links_seen += is_link;
    if (parser->nameNr > bounds->depth) {
        bounds->reason = OMBUD_TOO_DEEP;
    } else if (bounds->links_seen > bounds->links) {
        bounds->reason = OMBUD_TOO_MANY_LINKS;
    } else if (bounds->nodes_seen > bounds->nodes) {
        bounds->reason = OMBUD_TOO_MANY_NODES;
    } else {
        return 1;
    }
    xmlStopParser(parser);
    return 0;
}

static inline int ombud_is_one(const xmlChar *name, const char *const *names) {
    for (; *names != NULL; names++)
        if (strcmp((const char *)name, *names) == 0) return 1;
    return 0;
}

// Elements without content that this libxml2, which knows HTML 4, takes for containers: all that follows a
// `source` would lie in it.
static inline int ombud_is_void(const xmlChar *name) {
    static const char *const names[] = {"source", "track", "wbr", NULL};
    return (name[0] == 's' || name[0] == 't' || name[0] == 'w') && ombud_is_one(name, names);
}

// Elements that end an open paragraph and that libxml2 does not know either (HTML, 13.2.6.4.7).
static inline int ombud_ends_paragraph(const xmlChar *name) {
    static const char *const names[] = {
        "article", "aside", "details", "dialog", "figcaption", "figure", "footer", "header", "hgroup", "main",
        "nav", "search", "section", "summary", NULL};
    return ombud_is_one(name, names);
}

// The new element is on the stack of names already: it takes the place of the paragraph under it.
static inline void ombud_end_paragraph(xmlParserCtxtPtr parser, const xmlChar *name) {
    int place = parser->nameNr - 2;
    if (place < 0 || parser->nameTab[place][0] != 'p' || parser->nameTab[place][1] != 0) return;
    if (parser->nameTab[place + 1] != name || !ombud_ends_paragraph(name)) return;
    xmlSAX2EndElement(parser, parser->nameTab[place]);
    parser->nameTab[place] = name;
    parser->nameNr--;
    parser->name = name;
}

// Judged before a node is made: what is built stays within the bounds.
static inline void ombud_start_html(void *context, const xmlChar *name, const xmlChar **attributes) {
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    int count = 0;
    if (attributes != NULL) while (attributes[2 * count] != NULL) count++;
    if (!ombud_is_within(parser, name[0] == 'a' && name[1] == 0, count)) return;
    ombud_end_paragraph(parser, name);
    xmlSAX2StartElement(context, name, attributes);
    if (ombud_is_void(name)) xmlSAX2EndElement(context, name);
}

// Those without content have ended where they began.
static inline void ombud_end_html(void *context, const xmlChar *name) {
    if (!ombud_is_void(name)) xmlSAX2EndElement(context, name);
}

static inline void ombud_start_xml(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes
) {
    if (ombud_is_within((xmlParserCtxtPtr)context, 0, attribute_count + namespace_count))
        xmlSAX2StartElementNs(
            context, name, prefix, uri, namespace_count, namespaces, attribute_count, defaulted, attributes);
}

// `bounds` must outlive the parsing. libxml2's own bound on depth, 256 without a word, is lifted: ours
// stands in its place.
static inline void ombud_watch_html(xmlParserCtxtPtr parser, ombud_bounds *bounds) {
    parser->_private = bounds;
    parser->sax->startElement = ombud_start_html;
    parser->sax->endElement = ombud_end_html;
    parser->options |= XML_PARSE_HUGE;
    xmlSetStructuredErrorFunc(parser, ombud_count_error);
}

static inline void ombud_watch_xml(xmlParserCtxtPtr parser, ombud_bounds *bounds) {
    parser->_private = bounds;
    parser->sax->startElementNs = ombud_start_xml;
    xmlSetStructuredErrorFunc(parser, ombud_count_error);
}

// The stack of open elements, as libxml2's own parser keeps it.
static inline void ombud_push_name(htmlParserCtxtPtr parser, const xmlChar *name) {
    if (parser->nameNr >= parser->nameMax) {
        int most = parser->nameMax > 0 ? parser->nameMax * 2 : 10;
        const xmlChar **grown = (const xmlChar **)xmlRealloc((void *)parser->nameTab, most * sizeof *grown);
        if (grown == NULL) {
            xmlStopParser(parser);
            return;
        }
        parser->nameTab = grown;
        parser->nameMax = most;
    }
    parser->nameTab[parser->nameNr++] = name;
    parser->name = name;
}

static inline void ombud_pop_name(htmlParserCtxtPtr parser) {
    if (parser->nameNr <= 0) return;
    parser->nameNr--;
    parser->name = parser->nameNr > 0 ? parser->nameTab[parser->nameNr - 1] : NULL;
    parser->nameTab[parser->nameNr] = NULL;
}

// Counts an error as `ombud_count_error` does; 0 when they cost too much.
static inline int ombud_may_err(htmlParserCtxtPtr parser) {
    ombud_bounds *bounds = (ombud_bounds *)parser->_private;
    bounds->error_cost += (size_t)parser->nameNr;
    return bounds->error_cost <= 400000000;
}

// Makes a parser ready to read bytes that are clean UTF-8, as `htmlCtxtReadMemory` does: what names an encoding there
// copies the page once more through a converter from UTF-8 to UTF-8.
static inline int ombud_prepare_html(htmlParserCtxtPtr parser, const char *bytes, int count, int options) {
    xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateMem(bytes, count, XML_CHAR_ENCODING_NONE);
    if (buffer == NULL) return 0;
    xmlParserInputPtr input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE);
    if (input == NULL) {
        xmlFreeParserInputBuffer(buffer);
        return 0;
    }
    inputPush(parser, input);
    htmlCtxtUseOptions(parser, options);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    return 1;
}

static inline xmlDocPtr ombud_take_doc(htmlParserCtxtPtr parser) {
    xmlDocPtr document = parser->myDoc;
    parser->myDoc = NULL;
    return document;
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
