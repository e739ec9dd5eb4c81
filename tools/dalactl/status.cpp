#include "dalactl/status.h"

#include <chrono>
#include <fstream>
#include <iostream>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

void print(std::string const& name, nlohmann::json const& value) {
    std::cout << name << std::string(name.size() < 20 ? 20 - name.size() : 1, ' ')
              << (value.is_string() ? value.get<std::string>() : value.dump()) << "\n";
}

}

int run_status(std::filesystem::path const& data_dir) try {
    std::filesystem::path const file = data_dir / "run" / "status.json";
    std::ifstream in{file};
    if (!in) {
        std::cerr << "dalactl: " << file.string()
                  << " is not there: no kiosk has run with this data folder; see --data\n";
        return 1;
    }
    auto const status = nlohmann::ordered_json::parse(in);
    for (auto const& [name, value] : status.items()) {
        if (name != "skipped")
            print(name, value);
        else
            for (auto const& left_out : value) print("left out", left_out.at("why"));
    }
    auto const age = std::filesystem::file_time_type::clock::now() - std::filesystem::last_write_time(file);
    if (age < std::chrono::seconds{5}) return 0;
    std::cerr << "dalactl: this is " << std::chrono::duration_cast<std::chrono::seconds>(age).count()
              << " s old: the kiosk does not run\n";
    return 1;
} catch (std::exception const& fault) {
    std::cerr << "dalactl: status.json can't be understood: " << fault.what() << "\n";
    return 1;
}

}
