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
    if (is("memory"))
        _exit(mmap(nullptr, std::size_t(400) << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                   0) == MAP_FAILED);
    _exit(0);
}
