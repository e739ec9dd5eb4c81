// Fontconfig and Pango keep some memory for the life of the program, which LeakSanitizer reports at its end.

extern "C" char const* __lsan_default_suppressions();

extern "C" char const* __lsan_default_suppressions() {
    return "leak:libfontconfig.so\nleak:libpango\nleak:libglib-2.0\nleak:libcairo\n";
}
