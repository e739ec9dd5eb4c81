#include "web/html.h"
#include "web/rate_limit.h"
#include "web/request.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

TEST_CASE("text goes into markup escaped, markup as it is, unknown names stay") {
    CHECK(html("<p a=\"{a}\">{b}{c}", {{"a", "\"<&'>"}, {"b", html("<b>")}}).markup ==
          "<p a=\"&quot;&lt;&amp;&#39;&gt;\"><b>{c}");
    CHECK(html("{a}", {{"a", "{a}"}}).markup == "{a}");
    CHECK(html("{", {}).markup == "{");
    CHECK(fill_phrase("{left} av {seats}", {{"left", "3"}, {"seats", "40"}}) == "3 av 40");
}

TEST_CASE("forms are read as browsers write them") {
    Fields fields = parse_form("a=1&b=%C3%A5+%2B&c&=x&a=2&d=%zz%4&e=a=b&");
    CHECK(fields == Fields{{"a", "1"}, {"b", "å +"}, {"c", ""}, {"d", "%zz%4"}, {"e", "a=b"}});
    CHECK(parse_form("").empty());
    CHECK(percent_decode("/a+b%20c%00", false) == std::string("/a+b c\0", 7));
}

TEST_CASE("addresses are told apart by what they are") {
    CHECK(plain_address("::ffff:127.0.0.1") == "127.0.0.1");
    CHECK(plain_address("fe80::1") == "fe80::1");
    CHECK(is_loopback("127.0.0.1"));
    CHECK(is_loopback("::1"));
    CHECK_FALSE(is_loopback("192.168.127.0"));
}

TEST_CASE("one client may use much, but leaves a third for the others") {
    RateLimit limit{60, 42};
    int alone = 0;
    while (limit.take("a", 0ms)) ++alone;
    CHECK(alone == 80);
    for (int i = 0; i < 5; ++i) CHECK(limit.take("b", 0ms));
    CHECK_FALSE(limit.take("b", 0ms));
    int others = 0;
    while (limit.take("client " + std::to_string(others), 0ms)) ++others;
    CHECK(others == 35);
}

TEST_CASE("it refills by the minute, never above two minutes' worth, and forgets a client after ten") {
    RateLimit limit{60, 42};
    for (int i = 0; i < 80; ++i) CHECK(limit.take("a", 0ms));
    CHECK_FALSE(limit.take("a", 0ms));
    CHECK(limit.take("a", 1000ms));
    CHECK_FALSE(limit.take("a", 1001ms));
    int later = 0;
    while (limit.take("a", 10h)) ++later;
    CHECK(later == 80);
}
