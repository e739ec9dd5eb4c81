#include "intake/office.h"

#include <cctype>

namespace kiosk {
namespace {

namespace fs = std::filesystem;

constexpr Millis longest_conversion{60'000};

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
    fs::path const pdf = into / document.filename().replace_extension(".pdf");
    std::vector<std::string> const words{"-env:UserInstallation=" +
                                             address_of(fs::absolute(into / "profile")),
                                         "--headless",
                                         "--norestore",
                                         "--convert-to",
                                         "pdf",
                                         "--outdir",
                                         into.string(),
                                         document.string()};
    auto child = start_child(office, words, {.own_group = true});
    if (!child) return child.error();
    child->output = Fd{};  // Nobody listens; what it makes is what counts.
    auto const code = end_group(*child, longest_conversion, go_on);
    std::error_code failed;
    fs::remove_all(into / "profile", failed);
    if (code == 0 && fs::is_regular_file(pdf, failed) && fs::file_size(pdf, failed) > 0) return pdf;
    return Error{Kind::Malformed,
                 std::string(code ? "LibreOffice can't read it" : "LibreOffice took over a minute") +
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
