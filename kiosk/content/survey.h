#pragma once
// What somebody brought on a stick, in a folder or a ZIP, and what becomes of each file: plain values. They
// are made by intake/survey.h, decided on by staff and carried out by intake/bring_in.h.

#include "base/geometry.h"
#include "content/catalog.h"

#include <cstdint>

namespace kiosk {

enum class Verdict {
    Plays,
    Turned,     ///< Plays; the camera was held on its side, or upside down.
    Converted,  ///< A document of an office program; the PDF made of it plays.
    Soft,       ///< Plays, but has few pixels for the screen.
    Beside,  ///< Comes along without being a slide: the list, a description, the logo, what the list leaves
             ///< out.
    Same,    ///< The same bytes as another file; brought once.
    Refused,
};

enum class Refusal {
    NotShown,  ///< Of no kind that is shown.
    Damaged,
    TooLarge,  ///< More bytes than are read of one file.
    Video,
    Sound,
    Office,   ///< A document, and nothing here that makes a PDF of it.
    Archive,  ///< What is in it was not looked at.
    Locked,   ///< In a ZIP, behind a password.
    Link,
    Special,  ///< Neither file nor folder.
    Name,     ///< Its name can't be shown, or leads out of the folder.
    TooDeep,  ///< In folders within folders.
    Nested,   ///< A list that does not lie with the pictures.
    List,     ///< The list can't be read, or has too many items.
    Stray,    ///< Describes no picture.
    Slides,   ///< The quota of slides is used up …
    Bytes,    ///< … or that of bytes.
    Unread,   ///< There was no time left for it.
    Unreadable,
};

struct SurveyedFile {
    std::string name;  ///< As it is called where it comes from, fit for the screen: "Dag 1/hallen.jpg".
    Verdict verdict = Verdict::Plays;
    Refusal refusal = Refusal::NotShown;  ///< If it is refused.
    std::string what;  ///< Refused: the exact reason, in English. Same: the other file's name. Else empty.
    Size size;         ///< Pixels, as shown; empty if nobody looked.
    int pages = 1;
    std::uintmax_t bytes = 0;
    bool here_already = false;  ///< The playlist has this file under this name.

    std::string from;            ///< Below Survey::folder; any bytes.
    std::filesystem::path made;  ///< The PDF that is brought in its place.
    std::string to;              ///< Name in the playlist's folder; empty: it is not brought.
    std::string sha256;
    bool operator==(SurveyedFile const&) const = default;
};

/// What one exhibitor may bring.
struct Quota {
    int slides = 300;
    std::uintmax_t bytes = 500'000'000;
    bool operator==(Quota const&) const = default;
};

struct Survey {
    std::string label;                    ///< What the stick, the folder or the ZIP is called.
    std::string name;                     ///< Of the playlist that it becomes, which is the name of a folder.
    std::filesystem::path folder;         ///< Where the files lie.
    std::filesystem::path result_folder;  ///< Where the exhibitor is told; see intake/result_file.h.
    std::vector<SurveyedFile> files;      ///< In the order in which they play.
    std::vector<std::string>
        complaints;  ///< About the list and the descriptions, as `dalactl check` has them.
    Quota quota;
    int slides = 0;
    std::uintmax_t bytes = 0;  ///< Of all that is brought.
    Millis show{0};            ///< Once through all slides.
    bool replaces = false;     ///< A playlist of that name is there …
    bool changes = true;       ///< … and what is brought differs from it.
    bool cut_short = false;    ///< There is more than is looked at.
    bool operator==(Survey const&) const = default;
};

/// How many files have this verdict.
int count(Survey const&, Verdict);

/// The verdict in a word or two: "Spelas".
std::string const& verdict_word(Verdict, Catalog const&, Language const&);
/// What there is to say about a file, as one sentence without its name, or "": "är en film; …".
std::string remark(SurveyedFile const&, Catalog const&, Language const&);

}
