#pragma once
// The kiosk's side of decoding: files go in, bitmaps of the size shown come out, and no byte of a picture is
// parsed in this process. A helper process (dala-decode, confined) does that; when a picture kills it, that
// one job fails and the next gets a new helper. Jobs are done one at a time, in order of request.

#include "base/bitmap.h"
#include "base/result.h"
#include "base/time.h"
#include "decode/framing.h"
#include "decode/inspection.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace kiosk {

struct PictureJob {
    using Fit = Framing::Fit;

    std::uint64_t ticket = 0;  ///< Comes back with the picture.
    std::filesystem::path file;
    Size box;  ///< Device pixels, both sides 1 to 16384. For Cover the bitmap is exactly this, for Contain at
               ///< most.
    Fit fit = Fit::Cover;
    double focus_x = 0.5, focus_y = 0.5;  ///< The point to keep in view, 0 to 1 from the top left corner.
    int page = 0;                         ///< Of a document, from 0.
    bool urgent = false;  ///< Goes before all that wait, but does not stop the one being done.
};

struct DecodedPicture {
    std::uint64_t ticket = 0;
    /// Error: one sentence that names the file, or says what the decoder lacks.
    Result<Bitmap> bitmap;
};

class DecodeClient {
public:
    /// A job that takes longer, getting the helper ready included, fails, and the helper is replaced.
    static constexpr Millis usual_limit{5'000};

    /// Starts the helper, best before any other thing the program does: it gets ready meanwhile. `done` is
    /// called on the client's own thread, once for each job that is not left over when the client goes. Fails
    /// if the program cannot be started.
    static Result<DecodeClient> start(std::filesystem::path const& helper_program,
                                      std::function<void(DecodedPicture)> done, Millis limit = usual_limit);
    DecodeClient(DecodeClient&&) noexcept;
    DecodeClient& operator=(DecodeClient&&) noexcept;
    /// Ends the helper at once, even in the middle of a job.
    ~DecodeClient();

    void request(PictureJob);
    /// What the file is, to `told` on the client's own thread, not before all that waits now. Not called if
    /// the client goes. Headers only: whether a picture is whole, decoding it tells. Errors are those of
    /// DecodedPicture.
    void inspect(std::filesystem::path file, std::function<void(Result<Inspection>)> told);
    /// The same, waiting for it. Not to be called on the client's own thread.
    Result<Inspection> inspect(std::filesystem::path file);

private:
    class Worker;
    explicit DecodeClient(std::unique_ptr<Worker>);
    std::unique_ptr<Worker> m_worker;
};

}
