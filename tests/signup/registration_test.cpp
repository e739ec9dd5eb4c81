#include "signup/registration.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::vector<AskedField> const everything = {{Field::Name, true},          {Field::Email, true},
                                            {Field::Organisation, false}, {Field::Role, false},
                                            {Field::Phone, false},        {Field::Needs, false}};

Registration kim() {
    Registration r;
    r.language = "sv";
    r.values = {{Field::Name, "Kim Öberg"}, {Field::Email, "kim@exempel.se"}};
    return r;
}

std::string fault_with(Field field, std::string value) {
    Registration r = kim();
    r.values[field] = std::move(value);
    auto faults = find_faults(r, everything);
    return faults.empty() ? "" : faults.front().phrase;
}

}

TEST_CASE("an empty form names each field that must be filled in, in its order") {
    CHECK(find_faults({}, everything) == std::vector<FieldFault>{{Field::Name, "fault.name_missing"},
                                                                 {Field::Email, "fault.email_missing"}});
    CHECK(find_faults(kim(), everything).empty());
}

TEST_CASE("an address needs one @ and a domain with a dot") {
    for (char const* wrong : {"kim", "kim@", "@exempel.se", "kim@exempel", "kim@exempel.", "kim@.se",
                              "kim@exempel.s", "kim@@exempel.se", "kim@a@b.se", "kim ek@exempel.se",
                              "kim@exempel..se", "kim,ek@exempel.se", "<kim@exempel.se>"})
        CHECK_MESSAGE(fault_with(Field::Email, wrong) == "fault.email_shape", wrong);
    for (char const* right : {"kim@exempel.se", "k.i-m+fair@a.b.co.uk", "kim@åäö.se", "o'neil@exempel.se"})
        CHECK_MESSAGE(fault_with(Field::Email, right) == "", right);
}

TEST_CASE("a phone number has digits and nothing odd, or is empty where it is optional") {
    CHECK(fault_with(Field::Phone, "+46 (0)70-123 45 67") == "");
    CHECK(fault_with(Field::Phone, "") == "");
    CHECK(fault_with(Field::Phone, "1234") == "fault.phone_shape");
    CHECK(fault_with(Field::Phone, "070-tolv") == "fault.phone_shape");
}

TEST_CASE("too long and unreadable texts are named") {
    CHECK(fault_with(Field::Name, std::string(200, 'k')) == "");
    CHECK(fault_with(Field::Name, std::string(201, 'k')) == "fault.too_long");
    CHECK(fault_with(Field::Needs, std::string(500, 'k')) == "");
    CHECK(fault_with(Field::Name, "K\xf6"
                                  "berg") == "fault.unreadable");
    CHECK(fault_with(Field::Name, "cut \xc3") == "fault.unreadable");
}

TEST_CASE("input is one tidy line") {
    CHECK(tidy_input("  Kim \t\r\n Öberg ") == "Kim Öberg");
    CHECK(tidy_input(std::string_view("a\0b\x7f"
                                      "c",
                                      5)) == "a b c");
    CHECK(tidy_input(" \n ") == "");
}

TEST_CASE("a record reads back as it was written") {
    Registration r = kim();
    r.values[Field::Needs] = "\"rullstol\" \\ <b>";
    r.news = true;
    r.news_text = "Berätta för mig";
    auto back = read_registration(write_registration(r));
    REQUIRE(back);
    CHECK(*back == r);
}

TEST_CASE("what is no record says so") {
    CHECK(read_registration("hello").error() ==
          Error{Kind::Malformed,
                "a record is no sign-up: it opens, but is not the JSON that dalasignup writes"});
    CHECK_FALSE(read_registration("[1]"));
    CHECK_FALSE(read_registration(R"({"name":7})"));
}
