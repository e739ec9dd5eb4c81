#include "intake/examiner.h"

#include "decode/client.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace kiosk {
namespace {

constexpr Size preview_box{192, 108};

std::string ending_of(Format format) {
    switch (format) {
    case Format::Jpeg:
        return ".jpg";
    case Format::Png:
        return ".png";
    case Format::WebP:
        return ".webp";
    case Format::Gif:
        return ".gif";
    case Format::Bmp:
        return ".bmp";
    case Format::Tiff:
        return ".tif";
    case Format::Avif:
        return ".avif";
    case Format::Heic:
        return ".heic";
    case Format::Pdf:
        return ".pdf";
    case Format::Svg:
        break;
    }
    return ".svg";
}

/// What two threads hand each other.
template <class T> class Letterbox {
public:
    void put(Result<T> value) {
        std::lock_guard const guard{m_lock};
        m_value.emplace(std::move(value));
        m_came.notify_one();
    }

    Result<T> take(GoOn const& go_on) {
        using namespace std::chrono_literals;
        std::unique_lock guard{m_lock};
        while (!m_came.wait_for(guard, 100ms, [&] { return m_value.has_value(); })) {
            if (go_on && !go_on()) return Error{Kind::Refused, "the look at it was stopped"};
        }
        return *std::exchange(m_value, std::nullopt);
    }

private:
    std::mutex m_lock;
    std::condition_variable m_came;
    std::optional<Result<T>> m_value;
};

}

struct Examiner::State {
    GoOn go_on;
    Letterbox<Inspection> inspections;
    Letterbox<Bitmap> bitmaps;
    Bitmap preview;
    std::optional<DecodeClient> client;  // Last: its thread uses what stands above.
};

Examiner::Examiner(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Examiner::Examiner(Examiner&&) noexcept = default;
Examiner::~Examiner() = default;

Result<Examiner> Examiner::start(std::filesystem::path const& decoder_program, GoOn go_on) {
    auto state = std::make_unique<State>();
    state->go_on = std::move(go_on);
    auto client = DecodeClient::start(decoder_program, [at = state.get()](DecodedPicture picture) {
        at->bitmaps.put(std::move(picture.bitmap));
    });
    if (!client) return client.error();
    state->client.emplace(*std::move(client));
    return Examiner{std::move(state)};
}

Result<Look> Examiner::look(std::filesystem::path const& file) {
    State& state = *m_state;
    state.preview = Bitmap{};
    if (!state.client) return Error{Kind::Refused, "the look at it was stopped"};
    state.client->inspect(file, [&](Result<Inspection> found) { state.inspections.put(std::move(found)); });
    auto const found = state.inspections.take(state.go_on);
    if (!found) return give_up_if_stopped(found.error());
    PictureJob job;
    job.file = file;
    job.box = preview_box;
    job.fit = PictureJob::Fit::Contain;
    state.client->request(std::move(job));
    Result<Bitmap> decoded = state.bitmaps.take(state.go_on);
    if (!decoded) return give_up_if_stopped(decoded.error());
    state.preview = *std::move(decoded);
    return Look{found->size, found->pages, found->scalable, found->turned, ending_of(found->format)};
}

/// The client's late answer must find nobody waiting for the next file.
Error Examiner::give_up_if_stopped(Error error) {
    if (m_state->go_on && !m_state->go_on()) m_state->client.reset();
    return error;
}

Bitmap Examiner::take_preview() { return std::move(m_state->preview); }

}
