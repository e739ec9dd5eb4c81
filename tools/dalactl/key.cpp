#include "dalactl/key.h"

#include "signup/seal.h"

#include <cstdio>

namespace kiosk {

int run_key_new(std::filesystem::path const& data_dir, std::filesystem::path const& out_file) {
    std::error_code failed;
    std::filesystem::create_directories(data_dir, failed);
    auto public_file = data_dir / "organiser.pub";
    if (auto written = write_key_pair(public_file, out_file); !written) {
        std::fprintf(stderr, "dalactl: %s\n", written.error().what.c_str());
        return 1;
    }
    std::printf(
        "%s: seals every sign-up from now on; it may stay here\n"
        "%s: opens them. Move it to a stick now, keep a copy in another safe place, and delete it here.\n"
        "Without it nobody can read the sign-ups, not even you.\n",
        public_file.c_str(), out_file.c_str());
    return 0;
}

}
