#pragma once
// What the reader of playlists will say of files that are still on a stick. Blocking; any thread.

#include "base/result.h"
#include "intake/folder_reader.h"

#include <set>

namespace kiosk {

struct Trial {
    std::optional<Playlist> playlist;     ///< None: nothing would play.
    std::set<std::string> shown;          ///< Names of the files that its items show.
    std::vector<std::string> complaints;  ///< With file and line.
};

/// True for the list itself and for descriptions of pictures.
bool is_text_file(SurveyedFile const&);
bool is_list(SurveyedFile const&);

/// What a list or a description says; "" if it can't be read.
std::string text_of(FolderReader const&, SurveyedFile const&);

/// Lays the playlist's folder out in `folder`, anew: lists and descriptions as they are, pictures as empty
/// files, which is enough for a reader that asks for names and numbers of pages only. What is refused stays
/// away, and so is missed by a list that names it. Fails with Kind::Unavailable if the folder can't be
/// written.
Result<Trial> try_playlist(std::filesystem::path const& folder, std::vector<SurveyedFile> const&,
                           FolderReader const&, Catalog const& library);

}
