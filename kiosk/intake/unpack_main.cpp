// dala-unpack: reads a ZIP on its standard input and says on its standard output what is in it. Confined: it
// touches no file but these two, so that a ZIP that takes hold of it has gained nothing.

#include "decode/confine.h"
#include "intake/unpack_frames.h"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <archive.h>
#include <archive_entry.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace kiosk;
using What = UnpackFrame::Kind;

/// Of work; waiting for a slow stick is none. No ZIP within the reader's limits takes a tenth of it.
constexpr rlimit most_processor_seconds{120, 120};

/// A ZIP of one empty file whose name is not ASCII: reading it loads what the libraries load at first use.
constexpr unsigned char first_zip[] = {
    'P', 'K', 3, 4, 20, 0, 0, 8, 0,  0,    0,    0,   33,  0, 0, 0,    0,    0,   0,   0, 0,
    0,   0,   0, 0, 0,  2, 0, 0, 0,  0xC3, 0xA5, 'P', 'K', 1, 2, 20,   3,    20,  0,   0, 8,
    0,   0,   0, 0, 33, 0, 0, 0, 0,  0,    0,    0,   0,   0, 0, 0,    0,    0,   2,   0, 0,
    0,   0,   0, 0, 0,  0, 0, 0, 0,  0xA4, 0x81, 0,   0,   0, 0, 0xC3, 0xA5, 'P', 'K', 5, 6,
    0,   0,   0, 0, 1,  0, 1, 0, 48, 0,    0,    0,   32,  0, 0, 0,    0,    0};

struct FreeArchive {
    void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

class Output {
public:
    explicit Output(bool says) : m_says(says) {}

    void frame(What what, std::string_view bytes = {}) const {
        bytes = bytes.substr(0, largest_frame);
        UnpackFrame const head{what, std::uint32_t(bytes.size())};
        put({reinterpret_cast<char const*>(&head), sizeof head});
        put(bytes);
    }

    void data(std::string_view bytes) const {
        for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(bytes.size(), largest_frame)))
            frame(What::Data, bytes);
    }

private:
    void put(std::string_view bytes) const {
        while (m_says && !bytes.empty()) {
            ssize_t const count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
            if (count <= 0) _exit(1);
            bytes.remove_prefix(std::size_t(count));
        }
    }

    bool m_says;
};

std::string path_of(archive_entry* entry) {
    char const* path = archive_entry_pathname(entry);
    if (!path) path = archive_entry_pathname_utf8(entry);
    return path ? path : "?";
}

What what_is(archive_entry* entry, std::int64_t largest_file) {
    if (archive_entry_is_encrypted(entry)) return What::Locked;
    if (archive_entry_filetype(entry) == AE_IFLNK || archive_entry_hardlink(entry)) return What::Link;
    if (archive_entry_filetype(entry) != AE_IFREG) return What::Special;
    return archive_entry_size(entry) > largest_file ? What::Large : What::File;
}

std::string fault_of(archive* a) {
    char const* sentence = archive_error_string(a);
    return sentence ? sentence : "it is damaged";
}

/// False if the archive can't be read further.
bool tell_data(archive* a, Output const& out) {
    for (;;) {
        void const* bytes = nullptr;
        std::size_t size = 0;
        la_int64_t at = 0;
        int const got = archive_read_data_block(a, &bytes, &size, &at);
        if (got == ARCHIVE_EOF) return true;
        if (got < ARCHIVE_WARN) return false;
        out.data({static_cast<char const*>(bytes), size});
    }
}

void tell_all(void const* zip, std::size_t size, std::int64_t largest_file, Output const& out) {
    Archive const archive{archive_read_new()};
    archive_read_support_format_zip(archive.get());
    if (archive_read_open_memory(archive.get(), zip, size) != ARCHIVE_OK)
        return out.frame(What::Fault, fault_of(archive.get()));
    archive_entry* entry = nullptr;
    int got = ARCHIVE_OK;
    while ((got = archive_read_next_header(archive.get(), &entry)) >= ARCHIVE_WARN && got != ARCHIVE_EOF) {
        if (archive_entry_filetype(entry) == AE_IFDIR) continue;
        What const what = what_is(entry, largest_file);
        out.frame(what, path_of(entry));
        if (what == What::File && !tell_data(archive.get(), out))
            return out.frame(What::Fault, fault_of(archive.get()));
    }
    if (got != ARCHIVE_EOF) return out.frame(What::Fault, fault_of(archive.get()));
    out.frame(What::End);
}

}

int main(int argc, char** argv) {
    std::int64_t const largest_file = argc > 1 ? std::atoll(argv[1]) : 0;
    // Names are UTF-8 whatever the machine speaks, and no time zone is looked up.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    ::setenv("TZ", "UTC0", 1);
    Output const out{true};
    tell_all(first_zip, sizeof first_zip, largest_file, Output{false});
    struct stat status {};
    if (::fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) {
        out.frame(What::Fault, "it is empty");
        return 1;
    }
    auto const size = std::size_t(status.st_size);
    // A stick that is pulled out ends this process, and no other.
    void const* zip = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    if (zip == MAP_FAILED) return 1;
    ::setrlimit(RLIMIT_CPU, &most_processor_seconds);
    Status const confined = confine();
    if (!confined) {
        out.frame(What::Fault, confined.error().what);
        return 1;
    }
    tell_all(zip, size, largest_file, out);
    _exit(0);
}
