// Debian's libxml2 headers pull in ICU's, which clash with the copy inside Foundation when
// libicu-dev is installed: switch that part off before anything else is included.
#pragma once
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
