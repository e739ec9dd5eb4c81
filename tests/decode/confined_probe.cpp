// Confines itself like the helper and then does what it is told, for confine_test.cpp.

#include "decode/confine.h"

#include <cstdio>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int, char** arguments) {
    auto is = [&](char const* what) { return std::strcmp(arguments[1], what) == 0; };
    if (auto confined = kiosk::confine(); !confined) {
        std::fprintf(stderr, "%s\n", confined.error().what.c_str());
        _exit(2);
    }
    if (is("open")) (void)open("/etc/hostname", O_RDONLY);
    if (is("socket")) (void)socket(AF_INET, SOCK_STREAM, 0);
    if (is("exec")) execl("/bin/true", "true", nullptr);
    if (is("fork")) (void)fork();
    if (is("thread")) std::thread{[] {}}.join();
    auto has_got = [](std::size_t megabytes, int kind) {
        return mmap(nullptr, megabytes << 20, PROT_READ | PROT_WRITE, kind | MAP_ANONYMOUS, -1, 0) !=
               MAP_FAILED;
    };
    if (is("memory")) _exit(!has_got(400, MAP_PRIVATE));
    if (is("shared memory")) _exit(!has_got(1, MAP_SHARED));
    _exit(0);
}
