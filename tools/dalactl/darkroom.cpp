#include "dalactl/darkroom.h"

#include "base/folders.h"
#include "base/log.h"

namespace kiosk {

Result<std::unique_ptr<Darkroom>> Darkroom::open() {
    auto room = std::unique_ptr<Darkroom>(new Darkroom);
    auto decoder =
        DecodeClient::start(program_folder() / "dala-decode",
                            [at = room.get()](DecodedPicture picture) { at->take(std::move(picture)); });
    if (!decoder) return decoder.error();
    room->m_decoder.emplace(*std::move(decoder));
    return room;
}

void Darkroom::fetch(PictureKey const& key, PictureStore& store) {
    if (store.find(key) || store.failed(key)) return;
    PictureJob job;
    job.file = key.file, job.box = key.box;
    job.fit = key.fit == Fit::Cover ? PictureJob::Fit::Cover : PictureJob::Fit::Contain;
    job.focus_x = key.focus.x, job.focus_y = key.focus.y;
    job.page = key.page;
    m_decoder->request(std::move(job));
    std::unique_lock guard{m_lock};
    m_wake.wait(guard, [&] { return m_picture.has_value(); });
    if (m_picture->bitmap)
        store.put(key, *std::move(m_picture->bitmap));
    else {
        log_warning(m_picture->bitmap.error().what);
        store.fail(key);
    }
    m_picture.reset();
}

PageCounter Darkroom::page_counter() {
    return [this](std::filesystem::path const& file) -> Result<int> {
        Result<Inspection> const told = m_decoder->inspect(file);
        if (!told) return told.error();
        return told->pages;
    };
}

void Darkroom::take(DecodedPicture picture) {
    std::lock_guard guard{m_lock};
    m_picture.emplace(std::move(picture));
    m_wake.notify_one();
}

}
