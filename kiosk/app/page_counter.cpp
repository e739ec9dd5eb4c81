#include "app/page_counter.h"

#include "content/files.h"

#include <map>

namespace kiosk {
namespace {

struct Answer {
    std::uint64_t stamp;
    Result<int> pages;
};

}

PageCounter page_counter(DecodeClient& decoder) {
    return [&decoder, known = std::map<std::filesystem::path, Answer>{}](
               std::filesystem::path const& file) mutable -> Result<int> {
        std::uint64_t const stamp = file_stamp(file);
        auto const before = known.find(file);
        if (before != known.end() && before->second.stamp == stamp) return before->second.pages;
        Result<Inspection> const told = decoder.inspect(file);
        Result<int> pages = told ? Result<int>{told->pages} : told.error();
        bool const may_change = !pages && pages.error().kind == Kind::Unavailable;
        if (!may_change) known.insert_or_assign(file, Answer{stamp, pages});
        return pages;
    };
}

}
