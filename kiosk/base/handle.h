#pragma once
// Owning handles of C libraries: std::unique_ptr<cairo_t, FreeWith<cairo_destroy>>.

#include <memory>

namespace kiosk {

template <auto Free> struct FreeWith {
    template <class T> void operator()(T* handle) const { Free(handle); }
};

}
