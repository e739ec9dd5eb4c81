#pragma once
// Takes a delivery in: what somebody brought becomes a folder that can be surveyed. Blocking; any thread.

#include "base/process.h"
#include "intake/survey.h"

namespace kiosk {

/// A folder of ours, gone with this. What a survey says may lie in it, so it lives until that is carried out.
class WorkFolder {
public:
    /// Makes one below `parent`, and removes what programs that crashed have left there. Fails with
    /// Kind::Unreadable or Kind::Unavailable.
    static Result<WorkFolder> create(std::filesystem::path const& parent);
    WorkFolder(WorkFolder&&) noexcept = default;
    WorkFolder& operator=(WorkFolder&&) noexcept = default;
    ~WorkFolder();

    std::filesystem::path const& path() const { return m_path; }

private:
    WorkFolder(std::filesystem::path path, Fd held) : m_path(std::move(path)), m_held(std::move(held)) {}

    std::filesystem::path m_path;
    Fd m_held;  // By which others see that it is in use.
};

/// `source` is a folder or a stick, or a ZIP, or a folder with one ZIP in it and nothing else, which is then
/// unpacked below `work`. Fails with Kind::NotFound (neither folder nor ZIP) or as unpack() does.
Result<Delivery> receive(std::filesystem::path const& source, WorkFolder const& work, GoOn const& = {});

}
