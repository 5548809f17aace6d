// libcurl's easy options are variadic, which Swift cannot call: each option Ombud sets has a typed
// function here. Nothing else belongs in this file.
#pragma once
#include <curl/curl.h>
