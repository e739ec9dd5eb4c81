#include "decode/peak.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <sys/resource.h>

namespace kiosk {

long peak_kilobytes() {
    std::string word;
    long peak = 0, pid = 0;
    for (auto const& thread : std::filesystem::directory_iterator{"/proc/self/task"}) {
        std::ifstream children{thread.path() / "children"};
        while (children >> pid) {
            std::ifstream status{"/proc/" + std::to_string(pid) + "/status"};
            while (status >> word) {
                if (word == "VmHWM:") status >> word, peak = std::max(peak, std::stol(word));
            }
        }
    }
    return peak;
}

long peak_kilobytes_of_ended() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss;
}

}
