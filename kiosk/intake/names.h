#pragma once
// Names: of what is passed over, and of what becomes a file or a folder of ours. Pure; any thread.

#include <string>
#include <string_view>

namespace kiosk {

/// True for what systems and programs leave behind, notes and hidden files: nobody brought them on purpose.
bool is_left_behind(std::string_view name);

/// True if this one name can be shown, and lies in a folder wherever it is put: no control or reversing
/// character, valid UTF-8, not "..", no separator, at most 200 bytes.
bool is_fit_name(std::string_view name);

/// A folder's name made of what people wrote: "Exempel / Verkstad\n" becomes "Exempel Verkstad". At most 60
/// bytes; "" if nothing of it can be used.
std::string folder_name(std::string_view words);

/// "KINGSTON" as "KINGSTON 2", also at most 60 bytes. `name` is what folder_name() gives, and not "".
std::string numbered_folder(std::string name, int number);

/// The file's name when all folders are laid into one: "Dag 1/hallen.jpg" becomes "Dag 1 - hallen.jpg".
std::string flat_name(std::string_view path);

/// "hallen.jpg" as "hallen (2).jpg".
std::string numbered(std::string_view name, int number);

}
