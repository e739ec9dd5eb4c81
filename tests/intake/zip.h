#pragma once

#include <filesystem>
#include <string>

#include <archive.h>
#include <archive_entry.h>

namespace kiosk {

/// Writes ZIPs, also bad ones.
class Zip {
public:
    explicit Zip(std::filesystem::path const& file) {
        archive_write_set_format_zip(m_archive);
        archive_write_open_filename(m_archive, file.c_str());
    }
    ~Zip() { archive_write_free(m_archive); }
    Zip(Zip const&) = delete;
    Zip& operator=(Zip const&) = delete;

    Zip& add(std::string const& name, std::string const& content, char const* link_to = nullptr) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, link_to ? AE_IFLNK : AE_IFREG);
        if (link_to) archive_entry_set_symlink(entry, link_to);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, la_int64_t(content.size()));
        archive_write_header(m_archive, entry);
        archive_write_data(m_archive, content.data(), content.size());
        archive_entry_free(entry);
        return *this;
    }

private:
    archive* m_archive = archive_write_new();
};

}
