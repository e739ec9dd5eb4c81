#pragma once
// A sign-up service without a socket: the product's own words, two small workshops, a book in a folder of its
// own, a clock that stands still.

#include "content/temp_folder.h"
#include "web/routes.h"

namespace kiosk {

class Stage {
public:
    /// The workshops: "brand" with `seats` seats, open; "talent" with every field, opening a month later.
    explicit Stage(int seats = 3);

    Response get(std::string const& target, Fields headers = {});
    Response post(std::string const& target, std::string const& body, Fields headers = {});

    /// The address of a form as the screen's code holds it.
    std::string form_address(std::string const& slug = "brand") const;
    /// A fresh form's hidden fields, ready for more: "form=…&pass=…".
    std::string hidden_fields(std::string const& slug = "brand");
    /// Posts a fresh form that has no fault.
    Response sign_up();
    Workshop& workshop(std::string_view slug);
    int rows();

    PrivateKey organiser_key() const;
    TempFolder const& folder() const { return m_folder; }

    Now now;

private:
    TempFolder m_folder;

public:
    Service service;
};

/// The value of a header; "" if it is missing.
std::string header(Response const&, std::string_view name);

/// The value of the hidden field `name` in a form.
std::string hidden_value(std::string const& html, std::string const& name);

bool contains(std::string const& text, std::string_view part);

}
