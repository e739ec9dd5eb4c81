#include "app/mounts.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("sticks are what is mounted where sticks are, by any name") {
    std::vector<Stick> const sticks =
        sticks_in("22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                  "30 22 0:5 / /proc rw - proc proc rw\n"
                  "41 22 8:17 / /media/stand/KINGSTON rw,nosuid - vfat /dev/sdb1 rw\n"
                  "42 22 8:18 / /run/media/stand/Mina\\040bilder ro - exfat /dev/sdb2 ro\n"
                  "43 22 8:19 / /mnt/usb1 ro - vfat /dev/sdc1 ro\n"
                  "44 22 8:20 / /mnt/backup rw - ext4 /dev/sdd1 rw\n"
                  "45 22 8:21 / /media/stand/a\\134b\\012c rw - vfat /dev/sde1 rw\n"
                  "46 22 8:22 / /mediatheque rw - ext4 /dev/sdf1 rw\n"
                  "short line\n");
    CHECK(sticks == std::vector<Stick>{{"/media/stand/KINGSTON", "KINGSTON"},
                                       {"/run/media/stand/Mina bilder", "Mina bilder"},
                                       {"/mnt/usb1", "usb1"},
                                       {"/media/stand/a\\b\nc", "a\\b\\x0Ac"}});
    CHECK(sticks_in("").empty());
}
