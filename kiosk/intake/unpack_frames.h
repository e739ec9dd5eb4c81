#pragma once
// What dala-unpack says on its standard output: a row of frames, each a head and so many bytes. An entry is
// followed by its data. Plain structs: both ends are built together and run on one machine. The reader
// believes nothing that it has not checked.

#include <cstdint>

namespace kiosk {

struct UnpackFrame {
    enum class Kind : std::uint32_t {
        File,     ///< The bytes are its path; what it holds follows.
        Large,    ///< Its path; it is too large to be taken out.
        Link,     ///< Its path.
        Special,  ///< Its path.
        Locked,   ///< Its path; it needs a password.
        Data,     ///< Of the file before.
        Fault,    ///< A sentence: the archive can't be read further.
        End,
    };
    Kind kind = Kind::End;
    std::uint32_t bytes = 0;
};

inline constexpr std::uint32_t largest_frame = 1 << 20;

}
