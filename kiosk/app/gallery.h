#pragma once
// Gets the pictures that scenes name: asks the decoder for what is missing, most urgent first, and puts what
// comes into the store. UI thread.

#include "decode/client.h"
#include "screen/pictures.h"

#include <map>

namespace kiosk {

class Gallery {
public:
    /// `limit_bytes` bounds what is kept beyond the scene's own pictures.
    Gallery(DecodeClient& decoder, std::size_t limit_bytes)
        : m_decoder(decoder), m_store(limit_bytes), m_limit(limit_bytes) {}

    /// What `scene` shows now and next; what may come after that only as far as there is room for it.
    void want(Scene const& scene);
    void receive(DecodedPicture);
    /// The files were read anew: what failed is asked for once more.
    void forget_failures();

    PictureStore const& store() const { return m_store; }
    /// Everything that the layer waits for has come; a spare picture may have failed.
    bool has_all(Layer const&) const;
    /// Why a picture that the layer can't do without can't be shown; "" if all can, or may yet.
    std::string fault(Layer const&) const;

private:
    /// So few at a time that what becomes urgent is next but one.
    static constexpr std::size_t at_once = 2;

    bool is_asked(PictureKey const&) const;
    bool has_room(PictureKey const&) const;
    void ask(PictureKey const&, bool urgent);

    DecodeClient& m_decoder;
    PictureStore m_store;
    std::size_t m_limit;
    std::uint64_t m_ticket = 0;
    std::map<std::uint64_t, PictureKey> m_asked;
    std::vector<std::pair<PictureKey, std::string>> m_faults;
    std::vector<PictureKey> m_of_slides;  ///< Without which a slide that comes next can't be shown.
};

}
