#pragma once
// Pictures for commands that need them at once: decoded one after the other, each waited for. One thread
// only.

#include "content/library.h"
#include "decode/client.h"
#include "screen/pictures.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace kiosk {

class Darkroom {
public:
    /// Fails if the helper program dala-decode, which lies beside this one, can't be started.
    static Result<std::unique_ptr<Darkroom>> open();

    /// Puts the picture into the store, or its failure, which is told as a warning; nothing if it is there.
    void fetch(PictureKey const&, PictureStore&);
    /// For load_content(); not to outlive this.
    PageCounter page_counter();

private:
    Darkroom() = default;
    void take(DecodedPicture);

    std::mutex m_lock;
    std::condition_variable m_wake;
    std::optional<DecodedPicture> m_picture;
    std::optional<DecodeClient> m_decoder;  // Last: its thread uses what stands above.
};

}
