#pragma once
// Documents of office programs become PDFs, by LibreOffice if it is installed. Blocking, for up to a minute;
// any thread.

#include "base/process.h"

namespace kiosk {

using ToPdf = std::function<Result<std::filesystem::path>(std::filesystem::path const& document,
                                                          std::filesystem::path const& into)>;

/// What SurveyTools::to_pdf wants; empty if there is no LibreOffice in PATH. It runs with a home of
/// its own below `into`, with little memory and without a network, and is ended after a minute, or when it
/// need not go on. Fails with Kind::Malformed.
ToPdf pdf_maker(GoOn go_on = {});

}
