#pragma once
// What a phone asks and what it gets, without the library that carries it. Plain values, any thread.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk {

using Fields = std::map<std::string, std::string, std::less<>>;

/// The value of that name, or "".
std::string const& field_value(Fields const&, std::string_view name);

struct Request {
    std::string method = "GET";  ///< GET, HEAD or POST; the server lets nothing else through.
    std::string path;            ///< Without the query, percent signs decoded.
    Fields query;
    Fields headers;  ///< Names in small letters.
    std::string body;
    std::string peer;  ///< Numeric address; IPv4 as such, also when it came over an IPv6 socket.
};

struct Response {
    int status = 200;
    std::string body;
    std::string content_type = "text/html; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;  ///< Beside the ones of every response.
};

/// "a=1&b=%C3%A5" as an address or a form writes it. What is not well formed is taken as it stands.
Fields parse_form(std::string_view);

/// "%C3%A5" → "å"; `plus` also turns "+" into a space, as in forms.
std::string percent_decode(std::string_view, bool plus);

/// "::ffff:192.0.2.1" → "192.0.2.1".
std::string plain_address(std::string_view);

/// True for 127.0.0.0/8 and ::1.
bool is_loopback(std::string_view address);

}
