#include "intake/office.h"

#include "content/temp_folder.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include <sys/stat.h>

using namespace kiosk;

namespace {

/// A PATH with a program called soffice in it, or with none.
class Desk {
public:
    explicit Desk(char const* script) {
        if (script) {
            programs.write("soffice", std::string("#!/bin/sh\n") + script);
            ::chmod((programs.path() / "soffice").c_str(), 0755);
        }
        ::setenv("PATH", (programs.path().string() + ":/usr/bin:/bin").c_str(), 1);
        work.write("bilder.pptx", "PK");
    }
    Desk(Desk const&) = delete;
    Desk& operator=(Desk const&) = delete;
    ~Desk() { ::setenv("PATH", m_path.c_str(), 1); }

    Result<std::filesystem::path> convert() const {
        return pdf_maker()(work.path() / "bilder.pptx", work.path());
    }

    TempFolder programs, work;

private:
    std::string m_path = std::getenv("PATH");
};

}

TEST_CASE("LibreOffice is called with a profile of its own, and what it makes is taken") {
    Desk const desk{"echo \"$@\" >\"$(dirname \"$8\")/words\"; echo %PDF >\"$7/bilder.pdf\""};
    auto const pdf = desk.convert();
    REQUIRE(pdf);
    CHECK(*pdf == desk.work.path() / "bilder.pdf");
    std::string const work = desk.work.path().string();
    CHECK(desk.work.read("words") == "-env:UserInstallation=file://" + work +
                                         "/profile --headless --norestore --convert-to pdf --outdir " + work +
                                         " " + work + "/bilder.pptx\n");
}

TEST_CASE("LibreOffice is confined: memory, file sizes, a home of its own and no network") {
    Desk const desk{"echo \"$(ulimit -d) $(ulimit -f) $(ulimit -t) $HOME $TMPDIR\" >\"$7/words\"\n"
                    "grep -c : /proc/net/dev >\"$7/networks\"; echo %PDF >\"$7/bilder.pdf\""};
    REQUIRE(desk.convert());
    std::string const home = (desk.work.path() / "profile").string();
    CHECK(desk.work.read("words") == "2000000 600000 120 " + home + " " + home + "\n");
    bool const alone = std::system("unshare --user --map-current-user --net true 2>/dev/null") == 0;
    if (alone) CHECK(desk.work.read("networks") == "1\n");  // That of the machine itself.
    CHECK_FALSE(std::filesystem::exists(home));
}

TEST_CASE("a LibreOffice that fails, makes nothing or crashes is said so") {
    Error const refused{Kind::Malformed, "LibreOffice can't read it; export it as PDF and bring that"};
    for (char const* script : {"exit 1", "exit 0", "echo >\"$7/bilder.pdf\"; exit 3"}) {
        auto const pdf = Desk{script}.convert();
        REQUIRE_FALSE(pdf);
        CHECK(pdf.error() == refused);
    }
    auto const crashed = Desk{"kill -9 $$"}.convert();
    REQUIRE_FALSE(crashed);
    CHECK(crashed.error().what ==
          "LibreOffice crashed, or took over a minute; export it as PDF and bring that");
}

TEST_CASE("without LibreOffice there is nobody to ask") {
    Desk const desk{nullptr};
    if (!std::filesystem::exists("/usr/bin/soffice")) CHECK_FALSE(pdf_maker());
}
