#include "web/client.h"

#include <httplib.h>
#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

WorkshopState read_state(nlohmann::json const& in) {
    WorkshopState out{in.at("slug"), in.at("seats"),       in.at("taken"),
                      in.at("left"), SignupStatus::Closed, in.at("token")};
    out.status = status_named(in.at("status").get<std::string>()).value_or(SignupStatus::Closed);
    return out;
}

}

Result<std::vector<WorkshopState>> SignupClient::fetch() const try {
    std::string where = "the sign-up service at port " + std::to_string(m_port);
    httplib::Client client{"127.0.0.1", m_port};
    client.set_connection_timeout(1);
    client.set_read_timeout(1);
    client.set_write_timeout(1);
    auto answer = client.Get("/kiosk", {{"X-Kiosk-Secret", m_secret}});
    if (!answer)
        return Error{Kind::Unavailable, where + " does not answer: " + httplib::to_string(answer.error())};

    auto body = nlohmann::json::parse(answer->body);
    if (answer->status != 200) {
        return Error{Kind::Refused, where + " takes no sign-ups: " + body.value("why", "no reason given")};
    }
    std::vector<WorkshopState> out;
    for (auto const& workshop : body.at("workshops")) out.push_back(read_state(workshop));
    return out;
} catch (nlohmann::json::exception const&) {
    return Error{Kind::Malformed,
                 "port " + std::to_string(m_port) +
                     " answers, but not as a sign-up service; another program has taken the port"};
}

}
