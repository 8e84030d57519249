// NEEDLING_CHECK(condition): stops the program on a programmer's error, with file and line.
// On in debug builds and in tests; compiled out where NDEBUG is set. Never used for what a user can cause.
#pragma once

namespace needling {

[[noreturn]] void checkFailed(const char* condition, const char* file, int line);

}  // namespace needling

#ifdef NDEBUG
#define NEEDLING_CHECK(condition) static_cast<void>(sizeof(condition))
#else
#define NEEDLING_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::needling::checkFailed(#condition, __FILE__, __LINE__))
#endif
