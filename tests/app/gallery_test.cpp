// Pictures on their way from files to the screen, through the real helper.

#include "app/gallery.h"

#include "content/temp_folder.h"

#include <condition_variable>
#include <doctest/doctest.h>
#include <mutex>
#include <stdexcept>

using namespace kiosk;

namespace {

/// A gallery whose decoder's answers are taken in one by one.
class Hall {
public:
    TempFolder folder;

    Hall() {
        folder.write("good.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"/>");
        folder.write("bad.svg", "<svg");
    }

    PicturePaint picture(std::string const& name, bool spare) const {
        return {{0, 0, 8, 8}, {folder.path() / name, {8, 8}}, {}, {}, spare};
    }

    /// Asks for all of the layer and waits until every answer has come.
    void show(Layer const& layer) {
        Scene scene{.size = {8, 8}};
        scene.current = layer;
        for (std::size_t taken = 0; taken < pictures(layer).size(); ++taken) {
            gallery.want(scene);
            gallery.receive(next());
        }
    }

    DecodedPicture next() {
        std::unique_lock guard{m_lock};
        if (!m_wake.wait_for(guard, std::chrono::seconds{30}, [&] { return !m_pictures.empty(); }))
            throw std::runtime_error("no picture came");
        DecodedPicture picture = std::move(m_pictures.back());
        m_pictures.pop_back();
        return picture;
    }

private:
    DecodeClient start() {
        auto client = DecodeClient::start(DECODE_HELPER, [this](DecodedPicture picture) {
            std::lock_guard guard{m_lock};
            m_pictures.push_back(std::move(picture));
            m_wake.notify_one();
        });
        REQUIRE(client.has_value());
        return *std::move(client);
    }

    std::mutex m_lock;
    std::condition_variable m_wake;
    std::vector<DecodedPicture> m_pictures;
    DecodeClient m_decoder = start();

public:
    Gallery gallery{m_decoder, 1 << 20};
};

Layer layer_of(std::vector<Paint> paints) {
    return {"item", {}, {{"it", Role::Decoration, "", "", {}, {}, {}, true, std::move(paints)}}};
}

}

TEST_CASE("a layer waits for all its pictures") {
    Hall hall;
    Layer const layer = layer_of({hall.picture("good.svg", false)});
    CHECK_FALSE(hall.gallery.has_all(layer));
    CHECK(hall.gallery.fault(layer) == "");
    hall.show(layer);
    CHECK(hall.gallery.has_all(layer));
}

TEST_CASE("a layer is not shown without a picture that it needs") {
    Hall hall;
    Layer const layer = layer_of({hall.picture("bad.svg", false)});
    hall.show(layer);
    CHECK(hall.gallery.fault(layer).starts_with("bad.svg: "));
    CHECK_FALSE(hall.gallery.has_all(layer));
}

TEST_CASE("a broken logo costs no slide") {
    Hall hall;
    Layer const layer = layer_of({hall.picture("good.svg", false), hall.picture("bad.svg", true)});
    CHECK_FALSE(hall.gallery.has_all(layer));
    hall.show(layer);
    CHECK(hall.gallery.fault(layer) == "");
    CHECK(hall.gallery.has_all(layer));
}
