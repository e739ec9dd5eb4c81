#include "intake/office.h"

#include <cctype>

namespace kiosk {
namespace {

namespace fs = std::filesystem;

constexpr Millis longest_conversion{60'000};

/// Gives what follows a home in $0 and limits: no core, 2 GB of memory, 300 MB a file, 120 s of processors;
/// and no network, where the system lets people have namespaces of their own.
constexpr char const* confined = R"(
ulimit -c 0; ulimit -d 2000000; ulimit -f 600000; ulimit -t 120
export HOME="$0" TMPDIR="$0"
exec 2>/dev/null
alone="unshare --user --map-current-user --net"
$alone true && exec $alone "$@"
exec "$@")";

/// "file:///home/a%20b"
std::string address_of(fs::path const& path) {
    constexpr char const* digits = "0123456789ABCDEF";
    std::string address = "file://";
    for (char c : path.string()) {
        auto const byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || std::string_view{"/-_."}.find(c) != std::string_view::npos)
            address += c;
        else
            address += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return address;
}

Result<fs::path> make_pdf(fs::path const& office, fs::path const& document, fs::path const& into,
                          GoOn const& go_on) {
    fs::path const pdf = into / document.filename().replace_extension(".pdf"), home = into / "profile";
    std::error_code failed;
    fs::create_directory(home, failed);
    std::vector<std::string> const words{"-c",
                                         confined,
                                         fs::absolute(home).string(),
                                         office.string(),
                                         "-env:UserInstallation=" + address_of(fs::absolute(home)),
                                         "--headless",
                                         "--norestore",
                                         "--convert-to",
                                         "pdf",
                                         "--outdir",
                                         into.string(),
                                         document.string()};
    auto child = start_child("/bin/sh", words, {.own_group = true});
    if (!child) return child.error();
    child->output = Fd{};  // Nobody listens; what it makes is what counts.
    auto const code = end_group(*child, longest_conversion, go_on);
    fs::remove_all(home, failed);
    if (code == 0 && fs::is_regular_file(pdf, failed) && fs::file_size(pdf, failed) > 0) return pdf;
    return Error{Kind::Malformed, std::string(code ? "LibreOffice can't read it"
                                                   : "LibreOffice crashed, or took over a minute") +
                                      "; export it as PDF and bring that"};
}

}

ToPdf pdf_maker(GoOn go_on) {
    auto const office = find_program("soffice");
    if (!office) return {};
    return [office = *office, go_on = std::move(go_on)](fs::path const& document, fs::path const& into) {
        return make_pdf(office, document, into, go_on);
    };
}

}
