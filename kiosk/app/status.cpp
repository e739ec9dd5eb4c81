#include "app/status.h"

#include "state/intake.h"

#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

double hundredths(double value) { return std::round(value * 100) / 100; }

int port_of(std::string const& base) {
    auto const colon = base.rfind(':');
    return colon == std::string::npos ? 0 : std::atoi(base.c_str() + colon + 1);
}

}

std::string status_json(Model const& model, std::string const& screen, Millis frame_age) {
    nlohmann::ordered_json json;
    json["screen"] = screen;
    json["language"] = model.language;
    json["playlist"] = model.show.item.substr(0, model.show.item.find('/'));
    json["item"] = model.show.item;
    json["frames"] = model.health.frames;
    json["last_frame_age_ms"] = frame_age.count();
    json["frame_ms_p50"] = hundredths(model.health.frame_ms_p50);
    json["frame_ms_p99"] = hundredths(model.health.frame_ms_p99);
    json["frame_ms_worst"] = hundredths(model.health.frame_ms_worst);
    json["frame_gap_ms_worst"] = hundredths(model.health.frame_gap_ms_worst);
    json["missed_frames"] = model.health.missed_frames;
    json["skipped"] = nlohmann::ordered_json::array();
    for (auto const& [item, why] : model.show.skipped)
        json["skipped"].push_back({{"item", item}, {"why", why}});
    for (Problem const& problem : model.catalog.problems)
        json["skipped"].push_back({{"item", problem.file}, {"why", problem.what}});
    json["signup_url"] = model.service_up ? model.signup_base : "";
    json["signup_port"] = model.service_up ? port_of(model.signup_base) : 0;
    json["seats"] = nlohmann::ordered_json::object();
    for (auto const& [workshop, seats] : model.seats) {
        json["seats"][workshop] = {{"seats", seats.seats}, {"taken", seats.taken}, {"status", seats.status}};
    }
    json["sticks"] = nlohmann::ordered_json::array();
    for (Stick const& stick : model.sticks) json["sticks"].push_back(stick.label);
    json["import"] = step_name(model.intake);
    json["uptime_s"] = model.health.uptime.count() / 1000;
    // Sentences tell what strangers wrote; a byte in one that is no text must not end the kiosk.
    using Json = nlohmann::ordered_json;
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Status replace_file(std::filesystem::path const& file, std::string const& content) {
    std::filesystem::path beside = file;
    beside += ".new";
    std::error_code failed;
    {
        std::ofstream out{beside, std::ios::binary | std::ios::trunc};
        out << content;
        out.flush();
        if (!out) {
            std::filesystem::remove(beside, failed);
            return Error{Kind::Unavailable,
                         file.string() + ": can't be written: is the disk full or read-only?"};
        }
    }
    std::filesystem::rename(beside, file, failed);
    if (failed) return Error{Kind::Unreadable, file.string() + ": can't be replaced: " + failed.message()};
    return {};
}

}
