#pragma once
// A disk of 24 MB in the place of a folder, where the test may mount one.

#include <doctest/doctest.h>

#include <filesystem>

#include <sys/mount.h>

namespace kiosk {

class SmallDisk {
public:
    explicit SmallDisk(std::filesystem::path folder)
        : m_folder(std::move(folder)),
          m_is_there(::mount("tmpfs", m_folder.c_str(), "tmpfs", 0, "size=24m") == 0) {
        if (!m_is_there) MESSAGE("not tried: only root can mount a small disk");
    }
    SmallDisk(SmallDisk const&) = delete;
    SmallDisk& operator=(SmallDisk const&) = delete;
    ~SmallDisk() {
        if (m_is_there) ::umount2(m_folder.c_str(), MNT_DETACH);
    }

    explicit operator bool() const { return m_is_there; }

private:
    std::filesystem::path m_folder;
    bool m_is_there;
};

}
