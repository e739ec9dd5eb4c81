#include "stories/player.h"

#include "content/markdown.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace kiosk {
namespace {

/// The line's words; "what stands between quotes" is one.
Words split(std::string const& line) {
    Words words;
    std::istringstream rest(line);
    for (std::string word; rest >> word;) {
        if (word.front() == '#') break;
        if (word.front() == '"') {
            while ((word.size() < 2 || word.back() != '"') && rest) {
                std::string more;
                std::getline(rest, more, '"');
                word += more + '"';
            }
            word = word.substr(1, word.size() - 2);
        }
        words.push_back(word);
    }
    return words;
}

std::optional<Millis> duration(std::string const& text) {
    int count = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    std::string const unit(end, text.data() + text.size());
    if (fault != std::errc{} || count < 0) return std::nullopt;
    if (unit == "ms") return Millis{count};
    if (unit == "s") return std::chrono::seconds{count};
    if (unit == "min") return std::chrono::minutes{count};
    return std::nullopt;
}

std::string joined(Words const& words, std::size_t from = 0) {
    std::string text;
    for (std::size_t i = from; i < words.size(); ++i) text += (i > from ? " " : "") + words[i];
    return text;
}

std::string in_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

/// Everything that an element says or shows.
Words texts(Element const& element) {
    Words all{in_one_line(element.name)};
    for (Paint const& paint : element.paints) {
        if (auto const* text = std::get_if<TextPaint>(&paint))
            all.push_back(in_one_line(plain_text(text->markup)));
    }
    return all;
}

template <class F> void each_element(Scene const& scene, F visit) {
    for (Element const& element : scene.current.elements) visit(element);
    for (Element const& element : scene.above) visit(element);
}

std::string differs(std::string const& what, std::string const& expected, std::string const& is) {
    return expected == is ? "" : "expected " + what + " “" + expected + "”, it is “" + is + "”";
}

constexpr Millis after_tap{400};

}

Player::Player(Catalog catalog, Glass const& glass) : m_files(catalog), m_stage(std::move(catalog)) {
    m_stage.model.pin_set = true;
    m_stage.act(GlassChanged{glass});
    m_stage.act(Tick{});
}

std::string Player::step(std::string const& line) {
    Words const words = split(line);
    if (words.empty()) return "";
    m_fault.clear();
    std::string const fault = words[0] == "expect" ? expect({words.begin() + 1, words.end()}) : act(words);
    m_stage.act(Tick{});
    return fault;
}

std::string Player::screen() const {
    Scene const now = scene();
    std::string lines = now.screen + " in " + now.language + "\n";
    each_element(now, [&](Element const& element) {
        if (element.role != Role::Decoration)
            lines += "  " + element.id + " “" + in_one_line(element.name) + "”\n";
    });
    return lines;
}

std::string Player::act(Words const& words) {
    std::string const& verb = words[0];
    std::size_t const count = words.size();
    if (verb == "wait" && count == 2 && duration(words[1])) return m_stage.pass(*duration(words[1])), "";
    if (verb == "tap") return tap({words.begin() + 1, words.end()});
    if (verb == "press") return press({words.begin() + 1, words.end()});
    if (verb == "slide" && count == 3) {
        auto const to = place({words[1], words[2]});
        if (to) touch(Touched::Phase::Move, *to);
        return m_fault;
    }
    if (verb == "lift" && count == 1) return touch(Touched::Phase::Up, m_finger), "";
    if (verb == "swipe" && count == 2) {
        Size const px = m_stage.model.glass.px;
        int const way = words[1] == "left" ? -px.w / 3 : px.w / 3;
        touch(Touched::Phase::Down, {px.w / 2, px.h / 2});
        touch(Touched::Phase::Move, {px.w / 2 + way, px.h / 2});
        touch(Touched::Phase::Up, {px.w / 2 + way, px.h / 2});
        return m_stage.pass(after_tap), "";
    }
    if (verb == "hold" && count == 3 && words[1] == "corner" && duration(words[2])) {
        touch(Touched::Phase::Down, {4, 4});
        m_stage.pass(*duration(words[2]) + Millis{20});
        return touch(Touched::Phase::Up, {4, 4}), "";
    }
    if (verb == "type" && count == 2) return type(words[1]);
    if (verb == "pin") return answer_pin(words);
    if (verb == "staff") return staff(words);
    if (verb == "service") return service(words);
    if (verb == "files") return files(words);
    if (verb == "fail" && count == 2) return m_stage.act(ItemFailed{words[1], "it is unreadable"}), "";
    return "no such step; see tests/stories/README.md";
}

Element const* Player::find(Scene const& scene, std::string const& id) const {
    auto in = [&](std::vector<Element> const& elements) -> Element const* {
        auto it = std::ranges::find(elements, id, &Element::id);
        return it == elements.end() ? nullptr : &*it;
    };
    Element const* above = in(scene.above);
    return above ? above : in(scene.current.elements);
}

std::optional<Point> Player::place(Words const& words) {
    if (words.size() == 2) {
        Size const px = m_stage.model.glass.px;
        return Point{std::atoi(words[0].c_str()) * px.w / 1000, std::atoi(words[1].c_str()) * px.h / 1000};
    }
    Scene const now = scene();
    Element const* element = words.size() == 1 ? find(now, words[0]) : nullptr;
    if (!element) {
        m_fault = "there is no element " + joined(words);
        return std::nullopt;
    }
    Rect const r = element->hit;
    Point const middle{r.x + r.w / 2, r.y + r.h / 2};
    Element const* reached = hit(now, middle);
    if (reached == element) return middle;
    m_fault = "a finger on " + words[0] + " reaches " + (reached ? reached->id : "nothing");
    return std::nullopt;
}

void Player::touch(Touched::Phase phase, Point at) {
    Scene const now = scene();
    Element const* element = hit(now, at);
    Touched touched{phase, 1, at, element ? element->id : "", element ? element->command : std::nullopt};
    m_finger = at;
    m_stage.act(std::move(touched));
}

std::string Player::press(Words const& words) {
    if (auto const at = place(words)) touch(Touched::Phase::Down, *at);
    return m_fault;
}

std::string Player::tap(Words const& words) {
    if (std::string fault = press(words); !fault.empty()) return fault;
    m_stage.pass(Millis{80});
    touch(Touched::Phase::Up, m_finger);
    m_stage.pass(after_tap);
    return "";
}

std::string Player::type(std::string const& digits) {
    for (char digit : digits) {
        if (std::string fault = tap({std::string("pin.") + digit}); !fault.empty()) return fault;
    }
    return tap({"pin.done"});
}

std::string Player::answer_pin(Words const& words) {
    std::string const what = joined(words, 1);
    PinAnswer answer;
    answer.right = what == "right";
    answer.locked = what == "locked";
    if (words.size() == 3 && words[1] == "wait" && duration(words[2]))
        answer.wait = *duration(words[2]);
    else if (what != "right" && what != "wrong" && what != "locked")
        return "the PIN is right, wrong, locked or to wait 30s";
    m_stage.act(answer);
    return "";
}

std::string Player::staff(Words const& words) {
    std::string const what = words.size() > 1 ? words[1] : "";
    if (what == "turn" && words.size() == 4)
        m_stage.act(TurnPlaylist{words[2], words[3] == "on"});
    else if (what == "language" && words.size() == 3)
        m_stage.act(SetDefaultLanguage{words[2]});
    else if (what == "close")
        m_stage.act(CloseStaff{});
    else if (what == "leave")
        m_stage.act(LeaveKiosk{});
    else
        return "staff turn, language, close or leave";
    m_stage.pass(after_tap);
    return "";
}

std::string Player::service(Words const& words) {
    if (joined(words) == "service down") return m_stage.act(ServiceLost{}), "";
    if (words.size() < 2 || words[1] != "up") return "the service goes up or down";
    Seats seats{40, 0, "open", "a-token"};
    for (std::size_t i = 2; i < words.size(); ++i) {
        std::string const& word = words[i];
        std::string const value = word.substr(word.find('=') + 1);
        if (word.starts_with("seats="))
            seats.seats = std::atoi(value.c_str());
        else if (word.starts_with("taken="))
            seats.taken = std::atoi(value.c_str());
        else if (word.starts_with("status="))
            seats.status = value;
        else
            return "a service has seats=, taken= and status=";
    }
    SeatsChanged changed{{}, "http://192.168.1.20:8620"};
    for (Workshop const& workshop : m_stage.model.catalog.workshops) changed.seats[workshop.id] = seats;
    m_stage.act(std::move(changed));
    return "";
}

std::string Player::files(Words const& words) {
    Catalog catalog = m_files;
    if (words.size() == 4 && words[1] == "without") {
        std::string const& id = words[3];
        if (words[2] == "argument")
            catalog.arguments.erase(id);
        else if (words[2] == "topic")
            std::erase_if(catalog.topics, [&](Topic const& topic) { return topic.id == id; });
        else if (words[2] == "playlist")
            std::erase_if(catalog.playlists, [&](Playlist const& list) { return list.id == id; });
        else
            return "files without argument, topic or playlist ID";
    } else if (words.size() != 1)
        return "files, or files without argument ID";
    m_stage.act(CatalogLoaded{std::move(catalog)});
    return "";
}

std::string Player::expect(Words const& words) {
    std::string const what = words.empty() ? "" : words[0], rest = joined(words, 1);
    Model const& model = m_stage.model;
    if (what == "screen") return differs("screen", rest, scene().screen);
    if (what == "language") return differs("language", rest, scene().language);
    if (what == "item")
        return differs("item", rest,
                       std::holds_alternative<Attract>(model.display) ? model.show.item
                                                                      : "none: " + scene().screen);
    if (what == "pressed")
        return differs("pressed", rest, pressed(model).empty() ? "nothing" : pressed(model));
    if (what == "text") return expect_text(rest, true);
    if (what == "code") return expect_code(rest, true);
    if (what == "no" && words.size() == 3 && words[1] == "text") return expect_text(words[2], false);
    if (joined(words) == "no code") return expect_code("", false);
    if (what == "saved" && words.size() == 3) return expect_saved(words);
    if (what == "warning")
        return m_stage.warnings().find(rest) == 0 || m_stage.warnings().find("\n" + rest) != std::string::npos
                   ? ""
                   : "the log says:\n" + m_stage.warnings();
    if (what == "end") return model.quit ? "" : "the kiosk goes on";
    return "no such expectation; see tests/stories/README.md";
}

std::string Player::expect_text(std::string const& text, bool there) const {
    bool found = false;
    each_element(scene(), [&](Element const& element) {
        found = found || std::ranges::count(texts(element), text) > 0;
    });
    return found == there ? "" : "the text “" + text + "” is " + (found ? "there" : "missing");
}

std::string Player::expect_code(std::string const& part, bool there) const {
    bool found = false;
    each_element(scene(), [&](Element const& element) {
        for (Paint const& paint : element.paints) {
            auto const* code = std::get_if<QrPaint>(&paint);
            found = found || (code && code->payload.find(part) != std::string::npos);
        }
    });
    return found == there ? "" : found ? "there is a code" : "there is no code with " + part;
}

std::string Player::expect_saved(Words const& words) const {
    Settings saved;
    for (Effect const& effect : m_stage.effects) {
        if (auto const* save = std::get_if<SaveSettings>(&effect)) saved = save->settings;
    }
    if (words[1] == "language") return differs("saved language", words[2], saved.language);
    return saved.playlists_off.contains(words[2]) ? "" : "the playlist " + words[2] + " was not saved as off";
}

}
