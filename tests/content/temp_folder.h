#pragma once
// A folder that lives as long as its test.

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <stdlib.h>

namespace kiosk {

class TempFolder {
public:
    TempFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "dala-test-XXXXXX").string();
        m_path = mkdtemp(name.data());
    }
    TempFolder(TempFolder const&) = delete;
    TempFolder& operator=(TempFolder const&) = delete;
    ~TempFolder() { std::filesystem::remove_all(m_path); }

    std::filesystem::path const& path() const { return m_path; }

    /// Writes a file, making its folders.
    void write(std::string_view name, std::string_view text) const {
        std::filesystem::create_directories((m_path / name).parent_path());
        std::ofstream{m_path / name, std::ios::binary} << text;
    }
    void remove(std::string_view name) const { std::filesystem::remove_all(m_path / name); }
    std::string read(std::string_view name) const {
        std::ifstream in{m_path / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }

private:
    std::filesystem::path m_path;
};

}
